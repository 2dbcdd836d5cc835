package org.postbag.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.sending.SendingOffice.ANN;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.database.SettableClock;
import org.postbag.database.TestDatabases;
import org.postbag.email.MessageId;
import org.postbag.intake.ImapUid;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.LetterStore;
import org.postbag.intake.MailboxFlags;
import org.postbag.intake.SentReply;
import org.postbag.ledger.State;

/// How unclear replies are settled, and what sent ones leave in the mailbox.
class SettlementTest {
  private final Database database = TestDatabases.sqlite();
  private final SettableClock clock = new SettableClock();
  private final SendingOffice office = new SendingOffice(database, clock);
  private final LedgerSink sink = new LedgerSink();
  private final SmtpSender sender = office.sender(sink);
  private final Outbox outbox = office.outbox();
  private final Mailbox mailbox = new Mailbox();
  private final Settlement settlement =
      new Settlement(database, office.ledger(), office.queue(), mailbox, clock);

  @AfterEach
  void close() {
    sender.close();
    sink.close();
    database.close();
  }

  /// A mailbox in memory, with the letters in it and a folder Sent.
  private static final class Mailbox implements MailboxFlags, LetterStore {
    final Map<MessageId, byte[]> sent = new HashMap<>();
    final Set<ImapUid> answered = new HashSet<>();
    Sign sign = Sign.MESSAGE_ID;
    int failures;

    @Override
    public Outcome answered(ImapUid letter) {
      answered.add(letter);
      return new Outcome.Done();
    }

    @Override
    public Outcome fileCopy(String name, MessageId id, byte[] rfc822) {
      if (failures-- > 0) {
        return new Outcome.Later("busy");
      }
      sent.put(id, rfc822);
      return new Outcome.Done();
    }

    @Override
    public Search findSent(String name, SentReply reply) {
      return sent.containsKey(reply.id()) ? new Search.Found(sign) : new Search.Missing();
    }

    @Override
    public List<KeptLetter> unprocessed(int limit) {
      return List.of();
    }

    @Override
    public Optional<KeptLetter> find(long id) {
      ImapUid uid = new ImapUid("office", "INBOX", 1, id);
      return Optional.of(
          new KeptLetter(id, uid, java.time.Instant.EPOCH, false, false, new byte[0]));
    }
  }

  private void flow() {
    SendingOffice.sendDue(outbox, sender::send);
  }

  private long unclear() {
    sink.droppingInAnswer(3);
    long letter = sent();
    sink.heal();
    assertThat(office.state(letter)).isEqualTo(State.UNCLEAR);
    return letter;
  }

  private long sent() {
    long letter = office.approved();
    clock.advance(SendingOffice.UNDO);
    flow();
    return letter;
  }

  private MessageId idOf(long letter) {
    return office.queue().approvalOf(letter).orElseThrow().messageId();
  }

  @Test
  void aCopyInTheSentFolderSettlesIt() {
    long letter = unclear();
    settlement.searchSentFolder();
    assertThat(office.state(letter)).isEqualTo(State.UNCLEAR);
    assertThat(settlement.evidence(letter).lastLook().orElseThrow().found())
        .isInstanceOf(MailboxFlags.Search.Missing.class);
    assertThat(settlement.evidence(letter).attempts())
        .singleElement()
        .satisfies(a -> assertThat(a.words()).contains("after the end of DATA"));

    mailbox.sent.put(idOf(letter), new byte[0]);
    clock.advance(java.time.Duration.ofMinutes(11));
    settlement.searchSentFolder();
    assertThat(office.state(letter)).isEqualTo(State.SENT);
  }

  @Test
  void aCopyThatIsKnownByRecipientSubjectAndTimeSettlesItUnlessATwinMayBeMeant() {
    mailbox.sign = MailboxFlags.Sign.RECIPIENT_SUBJECT_TIME;
    long letter = unclear();
    mailbox.sent.put(idOf(letter), new byte[0]);
    settlement.searchSentFolder();
    assertThat(office.state(letter)).isEqualTo(State.SENT);
    assertThat(office.ledger().history(letter).getLast().why())
        .isEqualTo("found-in-sent-by-recipient-subject-time");

    long first = unclear();
    long second = unclear();
    database.doInTransaction(() ->
        database
            .sql("UPDATE approval SET to_address = 'twin@example.org' WHERE letter_id IN (?, ?)")
            .params(first, second)
            .update());
    mailbox.sent.put(idOf(first), new byte[0]);
    settlement.searchSentFolder();
    assertThat(office.state(first)).isEqualTo(State.UNCLEAR);
    assertThat(office.state(second)).isEqualTo(State.UNCLEAR);
  }

  @Test
  void aPersonSaysThatItWasSent() {
    long letter = unclear();
    assertThat(settlement.wasSent(letter, ANN)).isTrue();
    assertThat(office.state(letter)).isEqualTo(State.SENT);
    assertThat(settlement.sendAgain(letter, ANN)).isFalse();
    flow();
    assertThat(sink.mails()).hasSize(1);
  }

  @Test
  void onlyAPersonHasItSentAgainUnderTheSameMessageId() {
    long letter = unclear();
    assertThat(settlement.sendAgain(letter, ANN)).isTrue();
    flow();
    assertThat(office.state(letter)).isEqualTo(State.SENT);
    assertThat(sink.mails())
        .extracting(m -> m.field("Message-ID"))
        .containsExactly(idOf(letter).value(), idOf(letter).value());
    assertThat(office.ledger().history(letter))
        .anyMatch(e -> e.actor().equals("ann") && e.why().equals("send-again"));
  }

  @Test
  void aPersonLetsItRest() {
    long letter = unclear();
    assertThat(settlement.close(letter, ANN)).isTrue();
    flow();
    assertThat(office.state(letter)).isEqualTo(State.CLOSED);
  }

  @Test
  void aBounceFailsItsReplyAndRemembersTheAddress() {
    long letter = sent();
    assertThat(settlement.bounced(idOf(letter), "550 5.1.1 no such user")).hasValue(letter);
    assertThat(office.state(letter)).isEqualTo(State.FAILED);
    assertThat(new RefusedAddresses(database).all()).hasSize(1);
    assertThat(settlement.bounced(new MessageId("<not@ours>"), "550")).isEmpty();
  }

  @Test
  void theCopyInSentIsWhatLeftAndTheLetterIsMarkedOnce() {
    long letter = sent();
    Composer composer = new Composer(java.nio.file.Path.of("."));
    SentBookkeeping sentBookkeeping =
        new SentBookkeeping(database, office.ledger(), mailbox, mailbox, composer::compose, clock);
    mailbox.failures = 2;
    sentBookkeeping.writeBack();
    assertThat(mailbox.sent).isEmpty();
    for (int i = 0; i < 3; i++) {
      clock.advance(java.time.Duration.ofMinutes(5));
      sentBookkeeping.writeBack();
    }
    assertThat(new String(mailbox.sent.get(idOf(letter)), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(sink.mails().getFirst().text());
    assertThat(mailbox.answered).hasSize(1);
    assertThat(new JdbcSentBookkeeping(database).due(clock.instant(), 10)).isEmpty();
  }

  @Test
  void aReplyIsWellFormedAndMarkedAsOurs() {
    sent();
    LedgerSink.Mail mail = sink.mails().getFirst();
    assertThat(mail.field("From")).isEqualTo("Office of Jo Field <office@field.example>");
    assertThat(mail.field("Subject")).isEqualTo("Re: Calais");
    assertThat(mail.field("Content-Type")).startsWith("multipart/alternative");
    assertThat(mail.field("X-Postbag")).startsWith("reply ");
    assertThat(mail.field("In-Reply-To")).isNotEmpty();
    assertThat(mail.text()).doesNotContain("Auto-Submitted", "Precedence", "Bcc");
    assertThat(mail.text().lines()).allMatch(l -> l.length() <= 998);
  }
}
