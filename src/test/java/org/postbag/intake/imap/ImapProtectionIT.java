package org.postbag.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.intake.imap.Fault.fromClient;
import static org.postbag.intake.imap.Fault.fromServer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.Secret;
import org.postbag.intake.Credentials;
import org.postbag.intake.MailServer;
import org.postbag.intake.MailServer.Security;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.MailboxStatus.Condition;
import org.postbag.intake.StartFrom;
import org.postbag.intake.TestMailbox;
import org.postbag.intake.imap.Fault.Act;

/// No password crosses a way that is not safe, whatever stands in between.
class ImapProtectionIT extends OnDovecot {
  @BeforeAll
  static void deliver() {
    dovecot.deliver("tls", "Subject: a\r\n\r\nb\r\n");
  }

  private static MailboxSettings mailbox(int port, Security security, Optional<Path> trusted) {
    MailServer server = new MailServer("localhost", port, security);
    Credentials credentials = new Credentials.Password(new Secret("secret"));
    MailboxSettings mailbox =
        TestMailbox.with(
            TestMailbox.of("tls", "tls@example.org", server, "tls", credentials),
            Map.of("pollInterval", Duration.ofSeconds(1), "startFrom", new StartFrom.All()));
    return TestMailbox.with(mailbox, Map.of("certificates", trusted));
  }

  private static Optional<Path> trusted() {
    return Optional.of(dovecot.certificate());
  }

  @Test
  void aTrustedCertificateIsEnough() {
    try (Watch watch = Watch.on(mailbox(dovecot.tlsPort(), Security.TLS, trusted()), database)) {
      watch.untilLetters(1);
    }
  }

  @Test
  void startTlsIsUsedAndIdleWorksOverIt() {
    try (FaultProxy proxy = FaultProxy.before(dovecot.port());
        Watch watch = Watch.on(mailbox(proxy.port(), Security.STARTTLS, trusted()), database)) {
      watch.untilLetters(1).untilRead();
      dovecot.deliver("tls", "Subject: c\r\n\r\nd\r\n");
      watch.untilLetters(2);
      assertThat(proxy.commands().getFirst()).contains("STARTTLS");
      assertThat(proxy.commands()).noneMatch(line -> line.matches("(?s).*(LOGIN|AUTHENTICATE).*"));
    }
  }

  /// Nobody signs in; the trouble says why.
  private void refuses(Security security, Optional<Path> trusted, Fault... faults) {
    try (FaultProxy proxy = FaultProxy.before(dovecot.port(), faults);
        Watch watch = Watch.on(mailbox(proxy.port(), security, trusted), database)) {
      watch.until(() -> watch.status().condition() == Condition.WAITING);
      watch.until(() -> proxy.connections() >= 3);
      assertThat(proxy.commands()).noneMatch(line -> line.matches("(?s).*(LOGIN|AUTHENTICATE).*"));
      assertThat(watch.letters()).isEmpty();
      assertThat(proxy.allFired()).isTrue();
    }
  }

  @Test
  void anUnknownCertificateIsRefused() {
    refuses(Security.STARTTLS, Optional.empty());
  }

  @Test
  void aStrippedStartTlsIsRefused() {
    refuses(
        Security.STARTTLS,
        trusted(),
        fromClient("STARTTLS", new Act.Answer("{tag} BAD unknown command\r\n", false)).atEach());
  }

  @Test
  void wordsBetweenStartTlsAndTlsAreRefused() {
    refuses(
        Security.STARTTLS,
        trusted(),
        fromServer("^S1 OK", new Act.Around("", "* OK [ALERT] believe me\r\n")).atEach());
  }

  @Test
  void aPreauthGreetingIsRefused() {
    refuses(
        Security.STARTTLS,
        trusted(),
        fromServer("^\\* OK", new Act.Replace("^\\* OK", "* PREAUTH")).atEach());
  }

  @Test
  void theHostNameMustStandInTheCertificate() {
    MailServer other = new MailServer("127.0.0.2", dovecot.tlsPort(), Security.TLS);
    Credentials credentials = new Credentials.Password(new Secret("secret"));
    MailboxSettings mailbox =
        TestMailbox.with(
            TestMailbox.of("tls", "tls@example.org", other, "tls", credentials),
            Map.of("certificates", Optional.of(dovecot.certificate())));
    try (Watch watch = Watch.on(mailbox, database)) {
      watch.until(() -> watch.status().condition() == Condition.WAITING);
      assertThat(watch.status().trouble().orElseThrow()).contains("certificate");
    }
  }
}
