package org.postbag.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.postbag.intake.AccessTokens.TokenRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a token endpoint answers: RFC 6749 §5.
///
/// @param lifetime how long the access token holds; an hour when the provider does not say
record TokenAnswer(String accessToken, Duration lifetime, Optional<String> refreshToken) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long USUAL_LIFETIME_SECONDS = 3600;
  private static final int MOST_WORDS = 200;

  /// The errors of §5.2 that only a person can mend.
  private static final Set<String> FOR_GOOD =
      Set.of(
          "invalid_client",
          "invalid_grant",
          "unauthorized_client",
          "unsupported_grant_type",
          "invalid_scope",
          "invalid_request");

  static TokenAnswer of(int status, String body) throws TokenRefused {
    JsonNode json = read(status, body);
    if (status != 200 || !json.path("access_token").isString()) {
      throw refusal(status, json);
    }
    return new TokenAnswer(
        json.path("access_token").asString(),
        Duration.ofSeconds(json.path("expires_in").asLong(USUAL_LIFETIME_SECONDS)),
        json.path("refresh_token").isString()
            ? Optional.of(json.path("refresh_token").asString())
            : Optional.empty());
  }

  private static JsonNode read(int status, String body) throws TokenRefused {
    try {
      return JSON.readTree(body);
    } catch (JacksonException _) {
      throw new TokenRefused(
          "the identity provider answers with status " + status + " and no JSON", false);
    }
  }

  private static TokenRefused refusal(int status, JsonNode json) {
    String error = json.path("error").asString("");
    String words = json.path("error_description").asString("").replaceAll("\\s+", " ");
    String said = words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "…" : words;
    boolean forGood = FOR_GOOD.contains(error);
    String mend =
        forGood ? "check client id, secret and refresh token in application.yaml" : "tried again";
    return new TokenRefused(
        "the identity provider gives no token (status "
            + status
            + " "
            + error
            + "; "
            + mend
            + "): "
            + said,
        forGood);
  }
}
