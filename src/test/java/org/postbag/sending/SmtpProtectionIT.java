package org.postbag.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.catalog.Secret;
import org.postbag.email.Address;
import org.postbag.intake.Credentials;
import org.postbag.intake.MailServer;
import org.postbag.intake.MailServer.Security;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.OAuthTokens;
import org.postbag.intake.TestMailbox;
import org.postbag.intake.imap.Tls;
import org.postbag.intake.imap.TokenServer;
import org.postbag.sending.LedgerSink.Step;
import org.postbag.sending.smtp.Answer;
import org.postbag.sending.smtp.Login;
import org.postbag.sending.smtp.SmtpClient;
import org.postbag.sending.smtp.SmtpServer;
import org.postbag.sending.smtp.Timeouts;

/// No password, token or letter crosses a way that is not safe, whatever stands in between; with a
/// certificate authority and an identity provider of the test's own.
class SmtpProtectionIT {
  private static final Address OFFICE = new Address("office", "field.example");
  private static final Address ANN = new Address("ann", "example.org");
  private static final Login PASSWORD = new Login.Password("office", new Secret("secret"));

  @TempDir static Path authorityFolder;
  private static TestAuthority authority;

  @TempDir Path data;
  private final LedgerSink sink = new LedgerSink();

  @BeforeAll
  static void makeTheAuthority() {
    authority = new TestAuthority(authorityFolder);
  }

  @AfterEach
  void close() {
    sink.close();
  }

  private LedgerSink secured(String name, boolean fromTheFirstByte, String... offer) {
    return sink.withTls(authority.server(name), fromTheFirstByte).offering(offer);
  }

  private Answer send(Security security, Login login, Optional<Path> trusted) {
    SmtpServer server =
        new SmtpServer(
            new MailServer("localhost", sink.port(), security),
            login,
            Tls.trusting(trusted),
            Timeouts.all(Duration.ofSeconds(5)));
    try (SmtpClient client = new SmtpClient(server)) {
      return client.send(
          OFFICE, ANN, "Subject: x\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static Optional<Path> ours() {
    return Optional.of(authority.pem());
  }

  private void nothingWasSaid() {
    assertThat(sink.commands()).noneMatch(c -> c.matches("(AUTH|MAIL|RCPT|DATA).*"));
    assertThat(sink.mails()).isEmpty();
  }

  @Test
  void tlsFromTheFirstByteCarriesTheLetter() {
    secured("localhost", true, "AUTH PLAIN");
    assertThat(send(Security.TLS, PASSWORD, ours())).isInstanceOf(Answer.Accepted.class);
    assertThat(sink.commands()).noneMatch(c -> c.equals("STARTTLS"));
    assertThat(sink.mails()).hasSize(1);
  }

  @Test
  void startTlsCarriesTheLetterAndWhatWasOfferedBeforeIsAskedAgain() {
    secured("localhost", false, "STARTTLS", "AUTH PLAIN");
    assertThat(send(Security.STARTTLS, PASSWORD, ours())).isInstanceOf(Answer.Accepted.class);
    assertThat(sink.commands().stream().map(c -> c.split(" ", 2)[0]).limit(4))
        .containsExactly("EHLO", "STARTTLS", "EHLO", "AUTH");
  }

  @Test
  void anAuthorityThatNobodyTrustsIsRefused() {
    secured("localhost", true, "AUTH PLAIN");
    assertThat(send(Security.TLS, PASSWORD, Optional.empty())).isInstanceOf(Answer.Unreached.class);
    nothingWasSaid();
  }

  @Test
  void anAuthorityThatNobodyTrustsIsRefusedBehindStartTlsToo() {
    secured("localhost", false, "STARTTLS", "AUTH PLAIN");
    assertThat(send(Security.STARTTLS, PASSWORD, Optional.empty()))
        .isInstanceOf(Answer.Unreached.class);
    nothingWasSaid();
  }

  @Test
  void aCertificateForAnotherNameIsRefused() {
    secured("other.example", true, "AUTH PLAIN");
    assertThat(send(Security.TLS, PASSWORD, ours())).isInstanceOf(Answer.Unreached.class);
    nothingWasSaid();
  }

  @Test
  void aCertificateForAnotherNameIsRefusedBehindStartTlsToo() {
    secured("other.example", false, "STARTTLS", "AUTH PLAIN");
    assertThat(send(Security.STARTTLS, PASSWORD, ours())).isInstanceOf(Answer.Unreached.class);
    nothingWasSaid();
  }

  @Test
  void aServerThatSpeaksPlainlyWhereTlsIsDueIsRefused() {
    sink.offering("AUTH PLAIN");
    assertThat(send(Security.TLS, PASSWORD, ours())).isInstanceOf(Answer.Unreached.class);
    assertThat(send(Security.STARTTLS, PASSWORD, ours())).isInstanceOf(Answer.Unreached.class);
    nothingWasSaid();
  }

  @Test
  void wordsBetweenStartTlsAndTlsAreNotBelieved() {
    secured("localhost", false, "STARTTLS", "AUTH LOGIN");
    sink.answering(Step.STARTTLS, "220 go ahead\r\n250-evil.example\r\n250 AUTH PLAIN");
    Answer answer = send(Security.STARTTLS, PASSWORD, ours());
    assertThat(sink.commands()).noneMatch(c -> c.startsWith("AUTH PLAIN"));
    assertThat(answer).isInstanceOfAny(Answer.Accepted.class, Answer.Unreached.class);
  }

  private static MailboxSettings mailbox(TokenServer provider, String refreshToken) {
    MailServer server = new MailServer("localhost", 1, Security.TLS);
    Credentials credentials =
        new Credentials.OAuth2(
            provider.endpoint(),
            "client",
            Optional.of(new Secret("client-secret")),
            "smtp",
            Optional.of(new Secret(refreshToken)),
            Optional.empty());
    return TestMailbox.of("office", "office@field.example", server, "office", credentials);
  }

  private Login token(TokenServer provider, String refreshToken) {
    return new Login.Token(
        mailbox(provider, refreshToken), new OAuthTokens(data, InstantSource.system()));
  }

  @Test
  void aTokenOfTheProviderSignsInAndARevokedOneIsReplacedOnce() {
    try (TokenServer provider = new TokenServer()) {
      secured("localhost", true, "AUTH XOAUTH2").withTokens(provider::isGood);
      Login login = token(provider, "refresh-0");
      assertThat(send(Security.TLS, login, ours())).isInstanceOf(Answer.Accepted.class);
      provider.revokeAccess();
      assertThat(send(Security.TLS, login, ours())).isInstanceOf(Answer.Accepted.class);
      assertThat(provider.requests()).hasSize(2);

      sink.withTokens(_ -> false);
      assertThat(send(Security.TLS, login, ours())).isInstanceOf(Answer.SignInRefused.class);
      assertThat(provider.requests()).hasSize(3);
      assertThat(sink.mails()).hasSize(2);
    }
  }

  @Test
  void aProviderThatIsDownIsWaitedForAndOneThatRefusesIsAPersonsMatter() {
    try (TokenServer provider = new TokenServer()) {
      secured("localhost", true, "AUTH XOAUTH2").withTokens(provider::isGood);
      provider.breakDown(true);
      assertThat(send(Security.TLS, token(provider, "refresh-0"), ours()))
          .isInstanceOf(Answer.Unreached.class);
      provider.breakDown(false);
      assertThat(send(Security.TLS, token(provider, "stolen"), ours()))
          .isInstanceOf(Answer.SignInRefused.class);
      nothingWasSaid();
      assertThat(List.copyOf(sink.commands())).noneMatch(c -> c.contains("stolen"));
    }
  }
}
