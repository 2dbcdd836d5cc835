package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.database.Database;
import org.postbag.intake.imap.DovecotServer;
import org.postbag.intake.imap.TokenServer;
import org.postbag.settings.Settings;
import org.postbag.settings.SettingsReader;
import org.postbag.web.Notice;
import org.postbag.web.Notices;

/// A mailbox that is signed in to with client credentials, on the whole daemon beside a real
/// Dovecot that asks the identity provider about each token.
class SignInEndsIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final TokenServer provider = new TokenServer();
  private final DovecotServer dovecot = DovecotServer.start(provider.introspection());

  @AfterEach
  void close() {
    dovecot.close();
    provider.close();
  }

  private static LocalDate inDays(int days) {
    return InstantSource.system().instant().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(days);
  }

  private Settings settings(LocalDate secretExpires) throws IOException {
    Path config = folder.resolve("config");
    Files.createDirectories(config.resolve("topics"));
    Files.createDirectories(config.resolve("replies"));
    Files.writeString(
        SettingsReader.file(config),
        """
        postbag:
          desk: {port: 0}
          mailboxes:
            office:
              address: bearer@example.org
              imap: imap://127.0.0.1:%d
              smtp: smtp://127.0.0.1:1
              username: bearer
              start-from: all
              oauth2:
                provider: other
                token-endpoint: %s
                client-id: client
                client-secret: client-secret
                scope: imap
                secret-expires: %s
        """
            .formatted(dovecot.port(), provider.endpoint(), secretExpires));
    SettingsReader.Reading reading =
        SettingsReader.read(config, folder.resolve("data"), _ -> Optional.empty());
    return reading
        .settings()
        .orElseThrow(() -> new IllegalStateException(reading.problems().toString()));
  }

  private Daemon reading(LocalDate secretExpires) throws IOException {
    dovecot.deliver("bearer", "Subject: a\r\n\r\nb\r\n");
    Daemon daemon = Daemon.start(settings(secretExpires));
    Database database = daemon.door(Database.class);
    await()
        .atMost(SOON)
        .until(() -> database.sql("SELECT count(*) FROM letter").query(Long.class).single() == 1);
    return daemon;
  }

  private static List<String> notices(Daemon daemon) {
    return daemon.door(Notices.class).now().stream().map(Notice::toString).toList();
  }

  private static String health(Daemon daemon) throws IOException, InterruptedException {
    URI address = daemon.address().resolve("/actuator/health");
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    }
  }

  @Test
  void aSecretThatEndsSoonIsSaidAtTheDeskAndInHealthWhileLettersStillCome() throws Exception {
    LocalDate last = inDays(9);
    try (Daemon daemon = reading(last)) {
      assertThat(notices(daemon)).anyMatch(n -> n.contains("client secret ends on " + last));
      assertThat(health(daemon)).contains("WARNING");
    }
  }

  @Test
  void aSecretThatHoldsForMonthsIsNotSpokenOf() throws Exception {
    try (Daemon daemon = reading(inDays(90))) {
      assertThat(notices(daemon)).noneMatch(n -> n.contains("client secret"));
      assertThat(health(daemon)).contains("UP").doesNotContain("WARNING");
    }
  }
}
