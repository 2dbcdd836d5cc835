package org.postbag.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.Mistakes;
import org.postbag.catalog.Secret;
import org.postbag.catalog.YamlMap;
import org.postbag.intake.Credentials;

/// Reads how a mailbox is signed in to: `password`, or `oauth2`.
final class SignInReader {
  /// What the large providers' documentation names.
  private enum Provider {
    MICROSOFT,
    GOOGLE,
    OTHER
  }

  private static final Map<String, Provider> PROVIDERS =
      Map.of(
          "microsoft", Provider.MICROSOFT,
          "google", Provider.GOOGLE,
          "other", Provider.OTHER);
  private static final URI GOOGLE_TOKENS = URI.create("https://oauth2.googleapis.com/token");
  private static final String GOOGLE_SCOPE = "https://mail.google.com/";
  private static final String MICROSOFT_CLIENT_SCOPE = "https://outlook.office365.com/.default";
  private static final String MICROSOFT_USER_SCOPE =
      "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send"
          + " offline_access";

  private final Mistakes mistakes;
  private final Path config;

  SignInReader(Mistakes mistakes, Path config) {
    this.mistakes = mistakes;
    this.config = config;
  }

  Optional<Credentials> read(YamlMap mailbox) {
    Optional<Credentials> password = mailbox.secret("password").map(Credentials.Password::new);
    Optional<Credentials> oauth2 = mailbox.map("oauth2").flatMap(this::oauth2);
    if (mailbox.has("password") && mailbox.has("oauth2")) {
      mistakes.error(
          mailbox.lineOf("oauth2"), "both password and oauth2 are given", "remove one of them");
    } else if (!mailbox.has("password") && !mailbox.has("oauth2")) {
      mistakes.error(
          mailbox.lineOf("username"),
          "nothing is given to sign in with",
          "add `password: ${OFFICE_PASSWORD}` or `oauth2:`");
    }
    if (mailbox.isLiteral("password")) {
      warnIfReadableByAll(mailbox.lineOf("password"));
    }
    return oauth2.or(() -> password);
  }

  private Optional<Credentials> oauth2(YamlMap oauth2) {
    oauth2.require("provider");
    oauth2.require("client-id");
    Optional<Provider> provider = oauth2.choice("provider", PROVIDERS);
    Optional<String> clientId = oauth2.text("client-id");
    Optional<Secret> clientSecret = oauth2.secret("client-secret");
    Optional<Secret> refreshToken = oauth2.secret("refresh-token");
    Optional<String> tenant =
        oauth2.read(
            "tenant",
            "the directory's id or domain",
            text -> text.matches("[A-Za-z0-9.-]+") ? text : null);
    Optional<URI> endpoint =
        oauth2
            .read("token-endpoint", "an address that begins with https://", SignInReader::endpoint)
            .or(() -> provider.flatMap(known -> endpoint(known, tenant)));
    Optional<String> scope =
        oauth2
            .text("scope")
            .or(() -> provider.flatMap(known -> scope(known, refreshToken.isPresent())));
    var secretExpires = oauth2.date("secret-expires");
    secretExpires
        .filter(today()::isAfter)
        .ifPresent(day ->
            mistakes.error(
                oauth2.lineOf("secret-expires"),
                "the client secret ended on " + day,
                "make a new one at the provider, and write its last day here"));
    provider.ifPresent(known -> checkComplete(oauth2, known));
    oauth2.checkKeys();
    return endpoint.isPresent() && clientId.isPresent() && scope.isPresent()
        ? Optional.of(
            new Credentials.OAuth2(
                endpoint.get(),
                clientId.get(),
                clientSecret,
                scope.get(),
                refreshToken,
                secretExpires))
        : Optional.empty();
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
  }

  private void checkComplete(YamlMap oauth2, Provider provider) {
    switch (provider) {
      case MICROSOFT -> oauth2.require("tenant");
      case GOOGLE -> oauth2.require("refresh-token");
      case OTHER -> {
        oauth2.require("token-endpoint");
        oauth2.require("scope");
      }
    }
    if (!oauth2.has("client-secret") && !oauth2.has("refresh-token")) {
      mistakes.error(
          oauth2.lineOf("client-id"),
          "neither client-secret nor refresh-token is given",
          "add `client-secret: ${OFFICE_CLIENT_SECRET}`");
    }
  }

  private static Optional<URI> endpoint(Provider provider, Optional<String> tenant) {
    return switch (provider) {
      case MICROSOFT ->
          tenant.map(
              id -> URI.create("https://login.microsoftonline.com/" + id + "/oauth2/v2.0/token"));
      case GOOGLE -> Optional.of(GOOGLE_TOKENS);
      case OTHER -> Optional.empty();
    };
  }

  private static Optional<String> scope(Provider provider, boolean forOnePerson) {
    return switch (provider) {
      case MICROSOFT -> Optional.of(forOnePerson ? MICROSOFT_USER_SCOPE : MICROSOFT_CLIENT_SCOPE);
      case GOOGLE -> Optional.of(GOOGLE_SCOPE);
      case OTHER -> Optional.empty();
    };
  }

  private static @Nullable URI endpoint(String text) {
    URI uri = URI.create(text);
    boolean safe = "https".equals(uri.getScheme());
    boolean here = "http".equals(uri.getScheme()) && isLoopback(uri.getHost());
    return uri.getHost() != null && (safe || here) ? uri : null;
  }

  private static boolean isLoopback(@Nullable String host) {
    return host != null && host.matches("localhost|127(\\.\\d+){3}|\\[::1]");
  }

  private void warnIfReadableByAll(int line) {
    try {
      Path file = SettingsReader.file(config);
      if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
        mistakes.warning(
            line,
            "a password stands in a file that everybody on this machine may read",
            "write ${NAME} and set it outside, or `chmod 640 " + file + "`");
      }
    } catch (IOException | UnsupportedOperationException unknown) {
      // A file system without such permissions: nothing can be said.
      return;
    }
  }
}
