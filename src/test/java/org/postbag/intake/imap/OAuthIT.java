package org.postbag.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.catalog.Secret;
import org.postbag.database.Database;
import org.postbag.database.TestDatabases;
import org.postbag.intake.Credentials;
import org.postbag.intake.MailServer;
import org.postbag.intake.MailServer.Security;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.MailboxStatus.Condition;
import org.postbag.intake.OAuthTokens;
import org.postbag.intake.StartFrom;
import org.postbag.intake.TestMailbox;

/// Signing in to a real Dovecot with tokens of an identity provider.
class OAuthIT {
  private final TokenServer provider = new TokenServer();
  private final DovecotServer dovecot = DovecotServer.start(provider.introspection());
  private final Database database = TestDatabases.sqlite();

  @TempDir Path data;

  @BeforeEach
  void deliver() {
    dovecot.deliver("bearer", "Subject: a\r\n\r\nb\r\n");
  }

  @AfterEach
  void close() {
    dovecot.close();
    provider.close();
    database.close();
  }

  private MailboxSettings mailbox(Optional<String> refreshToken) {
    MailServer server = new MailServer("127.0.0.1", dovecot.port(), Security.NONE);
    Credentials credentials =
        new Credentials.OAuth2(
            provider.endpoint(),
            "client",
            Optional.of(new Secret("client-secret")),
            "imap",
            refreshToken.map(Secret::new),
            Optional.empty());
    return TestMailbox.with(
        TestMailbox.of("office", "bearer@example.org", server, "bearer", credentials),
        Map.of("startFrom", new StartFrom.All()));
  }

  private OAuthTokens tokens() {
    return new OAuthTokens(data, InstantSource.system());
  }

  @Test
  void clientCredentialsSignIn() {
    try (Watch watch = Watch.on(mailbox(Optional.empty()), database, tokens())) {
      watch.untilLetters(1);
      assertThat(provider.requests().getFirst())
          .contains("grant_type=client_credentials", "client_secret=client-secret");
    }
  }

  @Test
  void aReplacedRefreshTokenIsKeptForItsOwnerAlone() throws Exception {
    Watch.on(mailbox(Optional.of("refresh-0")), database, tokens()).untilLetters(1).close();
    Path file = data.resolve("tokens").resolve("office");
    assertThat(Files.readString(file)).contains("refresh-1");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    dovecot.deliver("bearer", "Subject: c\r\n\r\nd\r\n");
    Watch.on(mailbox(Optional.of("refresh-0")), database, tokens()).untilLetters(2).close();
    assertThat(Files.readString(file)).contains("refresh-2");
  }

  @Test
  void aRevokedAccessTokenIsReplacedByItself() {
    OAuthTokens tokens = tokens();
    Watch.on(mailbox(Optional.of("refresh-0")), database, tokens).untilLetters(1).close();
    provider.revokeAccess();
    dovecot.deliver("bearer", "Subject: c\r\n\r\nd\r\n");
    try (Watch watch = Watch.on(mailbox(Optional.of("refresh-0")), database, tokens)) {
      watch.untilLetters(2);
    }
  }

  @Test
  void aRefusedRefreshTokenIsSaidWithItsMend() {
    try (Watch watch = Watch.on(mailbox(Optional.of("stolen")), database, tokens())) {
      watch.until(() -> watch.status().condition() == Condition.REFUSED);
      assertThat(watch.status().trouble().orElseThrow())
          .contains("refresh token")
          .doesNotContain("stolen", "client-secret");
    }
  }

  @Test
  void aProviderThatIsDownIsWaitedFor() {
    provider.breakDown(true);
    try (Watch watch = Watch.on(mailbox(Optional.of("refresh-0")), database, tokens())) {
      watch.until(() -> watch.status().condition() == Condition.WAITING);
      provider.breakDown(false);
      watch.untilLetters(1);
    }
  }
}
