package org.postbag.intake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.postbag.catalog.Secret;

/// Access tokens from the identity provider that the configuration names: by refresh token (RFC
/// 6749 §6), or by client credentials (§4.4). A token is fetched again a minute before it ends.
///
/// Providers replace the refresh token when it is used; the new one is on disk before the access
/// token that came with it is handed out, so that a crash cannot lock the office out.
public final class OAuthTokens implements AccessTokens {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration EARLY = Duration.ofMinutes(1);

  private record Held(String token, Instant until) {}

  private final RefreshTokens refreshTokens;
  private final InstantSource clock;
  private final Map<String, Held> held = new ConcurrentHashMap<>();
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// Keeps replaced refresh tokens under `data`/tokens.
  public OAuthTokens(Path data, InstantSource clock) {
    this.refreshTokens = new RefreshTokens(data.resolve("tokens"));
    this.clock = clock;
  }

  @Override
  public synchronized String accessToken(MailboxSettings mailbox) throws TokenRefused {
    Held before = held.get(mailbox.name());
    if (before != null && clock.instant().isBefore(before.until())) {
      return before.token();
    }
    if (!(mailbox.credentials() instanceof Credentials.OAuth2 oauth2)) {
      throw new TokenRefused("mailbox " + mailbox.name() + " signs in with a password", true);
    }
    TokenAnswer answer = ask(mailbox.name(), oauth2);
    held.put(mailbox.name(), new Held(answer.accessToken(), until(answer)));
    return answer.accessToken();
  }

  private Instant until(TokenAnswer answer) {
    return clock.instant().plus(answer.lifetime()).minus(EARLY);
  }

  @Override
  public void forget(MailboxSettings mailbox) {
    held.remove(mailbox.name());
  }

  private TokenAnswer ask(String mailbox, Credentials.OAuth2 oauth2) throws TokenRefused {
    try {
      HttpResponse<String> response = http.send(request(mailbox, oauth2), text());
      TokenAnswer answer = TokenAnswer.of(response.statusCode(), response.body());
      if (oauth2.refreshToken().isPresent() && answer.refreshToken().isPresent()) {
        refreshTokens.replace(
            mailbox, oauth2.refreshToken().get(), new Secret(answer.refreshToken().get()));
      }
      return answer;
    } catch (IOException e) {
      throw new TokenRefused(
          "the identity provider "
              + oauth2.tokenEndpoint().getHost()
              + " cannot be reached, or"
              + " its token cannot be stored: "
              + e,
          false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TokenRefused("interrupted", false);
    }
  }

  private static HttpResponse.BodyHandler<String> text() {
    return HttpResponse.BodyHandlers.ofString();
  }

  private HttpRequest request(String mailbox, Credentials.OAuth2 oauth2) throws IOException {
    return HttpRequest.newBuilder(checked(oauth2.tokenEndpoint()))
        .timeout(TIMEOUT)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(FormBody.encode(fields(mailbox, oauth2))))
        .build();
  }

  private static URI checked(URI endpoint) throws IOException {
    boolean here = String.valueOf(endpoint.getHost()).matches("localhost|127\\..*|\\[::1]");
    if (!"https".equals(endpoint.getScheme()) && !here) {
      throw new IOException("the token endpoint must begin with https://");
    }
    return endpoint;
  }

  private Map<String, String> fields(String mailbox, Credentials.OAuth2 oauth2) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    Optional<Secret> first = oauth2.refreshToken();
    fields.put("grant_type", first.isPresent() ? "refresh_token" : "client_credentials");
    fields.put("client_id", oauth2.clientId());
    oauth2.clientSecret().ifPresent(secret -> fields.put("client_secret", secret.reveal()));
    fields.put("scope", oauth2.scope());
    if (first.isPresent()) {
      fields.put("refresh_token", refreshTokens.current(mailbox, first.get()).reveal());
    }
    return fields;
  }
}
