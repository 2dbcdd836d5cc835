package org.postbag.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postbag.catalog.Secret;
import org.postbag.database.SettableClock;
import org.postbag.email.Address;
import org.postbag.intake.MailServer;
import org.postbag.intake.MailServer.Security;
import org.postbag.intake.imap.Tls;
import org.postbag.sending.LedgerSink.Step;
import org.postbag.sending.smtp.Answer;
import org.postbag.sending.smtp.Login;
import org.postbag.sending.smtp.SmtpClient;
import org.postbag.sending.smtp.SmtpServer;
import org.postbag.sending.smtp.Timeouts;

/// What servers say and do, and what the client makes of it.
class SmtpScenariosTest {
  private static final Address OFFICE = new Address("office", "field.example");
  private static final Address ANN = new Address("ann", "example.org");
  private static final Secret SECRET = new Secret("secret");

  private final LedgerSink sink = new LedgerSink();
  private final SettableClock clock = new SettableClock();
  private SmtpClient client = new SmtpClient(SendingOffice.server(sink.port()));

  @AfterEach
  void close() {
    client.close();
    sink.close();
  }

  private void signingInWith(Login login) {
    client.close();
    client = new SmtpClient(server(Security.NONE, login, Duration.ofSeconds(10)));
  }

  private SmtpServer server(Security security, Login login, Duration wait) {
    return new SmtpServer(
        new MailServer("127.0.0.1", sink.port(), security),
        login,
        Tls.trusting(Optional.empty()),
        Timeouts.all(wait));
  }

  private Answer send(String letter) {
    return client.send(OFFICE, ANN, letter.getBytes(StandardCharsets.UTF_8));
  }

  private Answer send() {
    return send("Subject: x\r\n\r\nHello\r\n");
  }

  @Test
  void theUsualWay() {
    assertThat(send()).isEqualTo(new Answer.Accepted("250 2.0.0 kept"));
    assertThat(sink.mails())
        .singleElement()
        .isEqualTo(
            new LedgerSink.Mail(
                "office@field.example", "ann@example.org", "Subject: x\r\n\r\nHello\r\n"));
  }

  @Test
  void oneConnectionIsKeptForManyLetters() {
    for (int i = 0; i < 20; i++) {
      assertThat(send()).isInstanceOf(Answer.Accepted.class);
    }
    assertThat(sink.connections()).isEqualTo(1);
    assertThat(sink.mails()).hasSize(20);
  }

  @Test
  void aKeptConnectionThatTheServerHasLeftIsReplaced() {
    client.close();
    client =
        new SmtpClient(SendingOffice.server(sink.port()), Duration.ofMillis(100), clock::nanoTime);
    send();
    sink.answering(Step.NOOP, LedgerSink.DROP);
    clock.advance(Duration.ofSeconds(2));
    assertThat(send()).isInstanceOf(Answer.Accepted.class);
    assertThat(sink.connections()).isEqualTo(2);
  }

  @Test
  void a4yzAnswerToTheRecipientIsTriedLaterAndSaysWhen() {
    sink.answering(Step.RCPT, "450 4.2.0 greylisted, try again in 300 s");
    assertThat(send())
        .isEqualTo(
            new Answer.Deferred(
                450,
                "450 4.2.0 greylisted, try again in 300 s",
                Optional.of(Duration.ofMinutes(5))));
  }

  @Test
  void exchangesOwnWordForPatienceIsUnderstood() {
    sink.answering(Step.RCPT, "451 4.7.500 busy. Suggested Backoff Time: 299961 milliseconds");
    assertThat(send())
        .satisfies(
            a -> assertThat(((Answer.Deferred) a).asked()).hasValue(Duration.ofMillis(299_961)));
  }

  @Test
  void every4yzAtTheRecipientIsTriedAgainAndEvery5yzIsNot() {
    for (int code : new int[] {421, 450, 451, 452}) {
      sink.answering(Step.RCPT, code + " 4.3.0 later");
      assertThat(send()).isInstanceOf(Answer.Deferred.class);
    }
    for (int code : new int[] {550, 551, 552, 553, 554}) {
      sink.answering(Step.RCPT, code + " no");
      assertThat(send()).isInstanceOf(Answer.Rejected.class);
    }
    assertThat(sink.commands()).noneMatch(c -> c.startsWith("DATA"));
    assertThat(sink.mails()).isEmpty();
  }

  @Test
  void tooManyConnectionsLeaveTheWholeMailboxAlone() {
    sink.answering(Step.RCPT, "432 4.3.2 concurrent connection limit exceeded");
    assertThat(send()).isInstanceOf(Answer.Unreached.class);
  }

  /// RFC 3463 §3.4: X.3.2 is about the system and not about this reply.
  @Test
  void aSystemThatTakesNoMailNowLeavesTheWholeMailboxAlone() {
    for (Step step : new Step[] {Step.RCPT, Step.DATA, Step.DOT}) {
      sink.answering(step, "451 4.3.2 system not accepting network messages");
      assertThat(send())
          .isEqualTo(
              new Answer.Unreached(
                  451, "451 4.3.2 system not accepting network messages", Optional.empty()));
    }
    assertThat(sink.mails()).isEmpty();
  }

  @Test
  void aRefusedAddressIsBlamedAndAPolicyIsNot() {
    sink.answering(Step.RCPT, "550 5.1.1 unknown", "550 5.7.1 your network is listed");
    assertThat(send()).isEqualTo(new Answer.Rejected(550, "550 5.1.1 unknown", true));
    assertThat(((Answer.Rejected) send()).addressAtFault()).isFalse();
  }

  @Test
  void aGreetingOf554IsTheServersAndNotTheLettersFault() {
    sink.answering(Step.GREETING, "554 no service");
    assertThat(send()).isInstanceOf(Answer.Unreached.class);
  }

  @Test
  void aServerThatShutsDownInTheMiddleIsTriedLater() {
    sink.answering(Step.DATA, "421 4.3.0 shutting down");
    assertThat(send()).isInstanceOf(Answer.Deferred.class);
    assertThat(send()).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  void aLinkLostBeforeDataIsTriedLater() {
    sink.answering(Step.DATA, LedgerSink.DROP);
    assertThat(send()).isInstanceOf(Answer.Deferred.class);
    assertThat(sink.mails()).isEmpty();
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void silenceBehindTheDotIsUnclear() {
    client.close();
    client = new SmtpClient(waitingForTheEndOfData(Duration.ofMillis(300)));
    CountDownLatch end = new CountDownLatch(1);
    sink.onMail(_ -> await(end));
    assertThat(send()).isInstanceOf(Answer.Unclear.class);
    assertThat(sink.mails()).hasSize(1);
    end.countDown();
  }

  @Test
  void aSlowAnswerBehindTheDotIsAwaited() {
    CountDownLatch kept = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    sink.onMail(_ -> {
      kept.countDown();
      await(answer);
    });
    CompletableFuture<Answer> sent = CompletableFuture.supplyAsync(this::send);
    await(kept);
    assertThat(sent).isNotDone();
    answer.countDown();
    assertThat(sent.join()).isInstanceOf(Answer.Accepted.class);
  }

  /// Long waits for everything but the answer behind the dot.
  private SmtpServer waitingForTheEndOfData(Duration wait) {
    Duration other = Duration.ofHours(1);
    return new SmtpServer(
        new MailServer("127.0.0.1", sink.port(), Security.NONE),
        new Login.None(),
        Tls.trusting(Optional.empty()),
        new Timeouts(other, other, other, other, other, wait));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void nonsenseBehindTheDotIsUnclear() {
    sink.answering(Step.DOT, "hello there");
    assertThat(send()).isInstanceOf(Answer.Unclear.class);
    sink.answering(Step.DOT, "354 go on");
    assertThat(send()).isInstanceOf(Answer.Unclear.class);
  }

  @Test
  void anAnswerWithoutEndIsBounded() {
    sink.answering(Step.EHLO, ("250-" + "x".repeat(1000) + "\r\n").repeat(10_000) + "250 end");
    assertThat(send()).isInstanceOf(Answer.Unreached.class);
    sink.answering(Step.EHLO, "250-" + "y".repeat(10_000_000));
    assertThat(send()).isInstanceOf(Answer.Unreached.class);
  }

  @Test
  void aWrongPasswordStopsAndIsNotRepeated() {
    sink.offering("AUTH PLAIN LOGIN");
    signingInWith(new Login.Password("office", new Secret("wrong")));
    assertThat(send()).isInstanceOf(Answer.SignInRefused.class);
    assertThat(sink.commands()).filteredOn(c -> c.startsWith("AUTH")).hasSize(1);
    assertThat(sink.commands()).noneMatch(c -> c.startsWith("MAIL"));
  }

  @Test
  void aRightPasswordSends() {
    sink.offering("AUTH PLAIN LOGIN");
    signingInWith(new Login.Password("office", SECRET));
    assertThat(send()).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  void aSignInThatFailsForNowIsTriedLater() {
    sink.offering("AUTH PLAIN").answering(Step.AUTH, "454 4.7.0 temporary");
    signingInWith(new Login.Password("office", SECRET));
    assertThat(send()).isInstanceOf(Answer.Unreached.class);
    assertThat(send()).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  void withoutStartTlsNothingIsSaid() {
    client.close();
    client =
        new SmtpClient(
            server(Security.STARTTLS, new Login.Password("office", SECRET), Duration.ofSeconds(5)));
    sink.offering("AUTH PLAIN");
    assertThat(send()).isInstanceOf(Answer.Unreached.class);
    sink.offering("AUTH PLAIN", "STARTTLS").answering(Step.STARTTLS, "454 4.7.0 not available");
    assertThat(send()).isInstanceOf(Answer.Unreached.class);
    assertThat(sink.commands()).noneMatch(c -> c.startsWith("AUTH") || c.startsWith("MAIL"));
  }

  @Test
  void aLetterLargerThanAnnouncedIsNotOffered() {
    sink.offering("SIZE 100");
    assertThat(send("Subject: x\r\n\r\n" + "long ".repeat(100)))
        .isInstanceOf(Answer.Rejected.class);
    assertThat(sink.commands()).noneMatch(c -> c.startsWith("MAIL"));
  }

  @Test
  void aSizeThatTheServerRefusesFailsForGood() {
    sink.answering(Step.MAIL, "552 5.3.4 too big");
    assertThat(send()).isEqualTo(new Answer.Rejected(552, "552 5.3.4 too big", false));
  }

  @Test
  void aSenderThatTheServerRefusesStopsTheMailbox() {
    sink.answering(Step.MAIL, "550 5.7.60 you may not send as this sender");
    assertThat(send())
        .isEqualTo(new Answer.SenderRefused(550, "550 5.7.60 you may not send as this sender"));
  }

  @Test
  void aSignInThatIsMissingAtMailIsARefusedSignIn() {
    for (int code : new int[] {530, 534, 535, 538}) {
      sink.answering(Step.MAIL, code + " 5.7.0 authentication required");
      assertThat(send()).isInstanceOf(Answer.SignInRefused.class);
    }
  }

  @Test
  void aLetterWhoseFormIsRefusedAtMailFailsAlone() {
    sink.answering(Step.MAIL, "554 5.6.3 conversion required but not supported");
    assertThat(send())
        .isEqualTo(
            new Answer.Rejected(554, "554 5.6.3 conversion required but not supported", false));
  }

  @Test
  void anInternationalAddressNeedsAServerThatKnowsThem() {
    Address pochta = new Address("почта", "пример.example");
    byte[] letter = "Subject: x\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII);
    assertThat(client.send(OFFICE, pochta, letter)).isInstanceOf(Answer.Rejected.class);
    assertThat(sink.commands()).allMatch(c -> c.chars().allMatch(ch -> ch < 128));

    sink.offering("SMTPUTF8", "8BITMIME");
    client.close();
    client = new SmtpClient(SendingOffice.server(sink.port()));
    assertThat(client.send(OFFICE, pochta, letter)).isInstanceOf(Answer.Accepted.class);
    assertThat(sink.commands())
        .anyMatch(c -> c.startsWith("MAIL") && c.endsWith(" SMTPUTF8"))
        .contains("RCPT TO:<почта@xn--e1afmkfd.example>");
  }

  @Test
  void aDomainInOtherLettersGoesInAsciiEverywhere() {
    byte[] letter = "Subject: x\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII);
    assertThat(client.send(OFFICE, new Address("ann", "bücher.example"), letter))
        .isInstanceOf(Answer.Accepted.class);
    assertThat(sink.commands()).contains("RCPT TO:<ann@xn--bcher-kva.example>");
  }

  @Test
  void aServerThatKnowsOnlyHeloIsSpokenToPlainly() {
    sink.answering(Step.EHLO, "502 not implemented");
    assertThat(send()).isInstanceOf(Answer.Accepted.class);
    assertThat(sink.commands()).anyMatch(c -> c.startsWith("HELO "));
  }

  @Test
  void linesOfDotsArriveAsTheyWere() {
    String letter = "Subject: x\r\n\r\n.\r\n..\r\n.x\r\nend\r\n";
    assertThat(send(letter)).isInstanceOf(Answer.Accepted.class);
    assertThat(sink.mails().getFirst().text()).isEqualTo(letter);
  }

  @Test
  void bareLineEndsCannotSmuggleASecondLetter() {
    assertThat(send("Subject: x\r\n\r\none\n.\nMAIL FROM:<eve@example.net>\r.\rtwo"))
        .isInstanceOf(Answer.Accepted.class);
    assertThat(sink.mails())
        .singleElement()
        .satisfies(m ->
            assertThat(m.text())
                .isEqualTo(
                    "Subject: x\r\n\r\none\r\n.\r\nMAIL FROM:<eve@example.net>\r\n.\r\ntwo\r\n"));
    assertThat(sink.commands()).filteredOn(c -> c.startsWith("MAIL")).hasSize(1);
  }

  @Test
  void anAddressThatHidesACommandIsNotSpoken() {
    byte[] letter = "Subject: x\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII);
    for (String local : new String[] {"a> NOTIFY=NEVER", "a>", "a b", "<a", "\"a"}) {
      assertThat(client.send(OFFICE, new Address(local, "example.org"), letter))
          .isInstanceOf(Answer.Rejected.class);
    }
    assertThat(sink.commands()).noneMatch(c -> c.startsWith("RCPT"));
  }

  @Test
  void anAnswerBeforeTheEndOfTheLetterIsHeeded() {
    sink.droppingInData(5);
    assertThat(send("Subject: x\r\n\r\n" + "long line\r\n".repeat(100_000)))
        .isInstanceOf(Answer.Deferred.class);
    assertThat(sink.mails()).isEmpty();
  }
}
