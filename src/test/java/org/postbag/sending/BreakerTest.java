package org.postbag.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postbag.database.Engine;
import org.postbag.database.OnEveryEngine;
import org.postbag.database.SettableClock;
import org.postbag.email.MessageId;
import org.postbag.intake.MailboxFlags;
import org.postbag.ledger.Entry;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.reply.Warning;
import org.postbag.review.Approval;
import org.postbag.review.TestDrafts;
import org.postbag.review.breaker.Breaker;
import org.postbag.review.breaker.BreakerScope;
import org.postbag.review.breaker.Breakers;
import org.postbag.sending.smtp.Answer;

/// What approved replies do not leave because there are too many of them.
class BreakerTest extends OnEveryEngine {
  private static final Answer ACCEPTED = new Answer.Accepted("250 ok");

  private final SettableClock clock = new SettableClock();
  private final SendingOffice office = new SendingOffice(database, clock);
  private final Breakers breakers = new Breakers(database, new Ledger(database, clock), clock);

  BreakerTest(Engine engine) {
    super(engine);
  }

  private long approvedTo(String recipient) {
    return approved(recipient, recipient);
  }

  private long approved(String writer, String recipient) {
    long letter =
        office.waiting(TestDrafts.answer(recipient, "Dear " + writer + ",\n\nThank you."));
    Set<String> seen =
        office.queue().find(letter).orElseThrow().warnings().stream()
            .map(Warning::word)
            .collect(Collectors.toSet());
    office.decisions().approve(office.seen(letter), seen, Instant.MIN, SendingOffice.ANN);
    return letter;
  }

  private void sendAll(Answer answer) {
    clock.advance(SendingOffice.UNDO);
    Outbox outbox = office.outbox();
    for (int i = 0; i < 3; i++) {
      SendingOffice.sendDue(outbox, SendingOffice.answering(_ -> answer));
    }
  }

  private List<Long> five(String... spellings) {
    List<Long> letters = new ArrayList<>();
    for (String spelling : spellings) {
      letters.add(approvedTo(spelling));
    }
    return letters;
  }

  private long sent(List<Long> letters) {
    return letters.stream().filter(letter -> office.state(letter) == State.SENT).count();
  }

  @Test
  void nobodyGetsAFourthReplyWithinADayHoweverTheAddressIsSpelt() {
    List<Long> letters = five("anna", "Anna", "ANNA", "anna+a", "anna+b");
    long other = approvedTo("ben");
    sendAll(ACCEPTED);

    assertThat(sent(letters)).isEqualTo(3);
    assertThat(office.state(other)).isEqualTo(State.SENT);
    assertThat(letters.stream().filter(l -> office.state(l) == State.APPROVED)).hasSize(2);
    assertThat(breakers.open())
        .extracting(Breaker::scope, Breaker::cause)
        .containsExactly(
            tuple(
                new BreakerScope.Recipient(TestDrafts.ann("anna").address()),
                Breaker.Cause.REPLIES));
  }

  @Test
  void onePersonsStopHoldsUpNobodyBehindThem() {
    for (int i = 0; i < 150; i++) {
      approvedTo("anna");
    }
    sendAll(ACCEPTED);
    long other = approvedTo("ben");
    sendAll(ACCEPTED);

    assertThat(office.state(other)).isEqualTo(State.SENT);
  }

  @Test
  void afterAPersonLetItGoOnThreeMoreLeave() {
    List<Long> letters = five("anna", "anna", "anna", "anna", "anna", "anna", "anna");
    sendAll(ACCEPTED);
    breakers.open().forEach(breaker -> breakers.end(breaker.id(), SendingOffice.ANN));
    sendAll(ACCEPTED);

    assertThat(sent(letters)).isEqualTo(6);
    assertThat(breakers.open()).hasSize(1);
  }

  @Test
  void whatStoppedAndWhoLetItGoOnIsInTheLedgerWithoutTheRecipient() {
    five("anna", "anna", "anna", "anna");
    sendAll(ACCEPTED);
    breakers.open().forEach(breaker -> breakers.end(breaker.id(), SendingOffice.ANN));

    assertThat(office.ledger().history(0))
        .extracting(Entry::actor, Entry::why)
        .containsExactly(
            tuple("postbag", "breaker-replies"), tuple(SendingOffice.ANN.name(), "breaker-ended"));
    assertThat(office.ledger().verify()).isEmpty();
  }

  @Test
  void aStopHoldsUntilAPersonEndsItAlsoOnTheNextDay() {
    List<Long> letters = five("anna", "anna", "anna", "anna");
    sendAll(ACCEPTED);
    clock.advance(Duration.ofDays(3));
    sendAll(ACCEPTED);

    assertThat(sent(letters)).isEqualTo(3);
  }

  @Test
  void thoseOfTheDayBeforeAreNotCounted() {
    List<Long> letters = five("anna", "anna", "anna");
    sendAll(ACCEPTED);
    clock.advance(Duration.ofHours(24));
    letters.addAll(five("anna", "anna"));
    sendAll(ACCEPTED);

    assertThat(sent(letters)).isEqualTo(5);
  }

  @Test
  void aReplyThatIsTriedAgainIsOneReply() {
    long letter = approvedTo("anna");
    for (int i = 0; i < 5; i++) {
      sendAll(new Answer.Deferred(451, "later", Optional.empty()));
      clock.advance(Duration.ofHours(3));
    }
    sendAll(ACCEPTED);

    assertThat(office.state(letter)).isEqualTo(State.SENT);
    assertThat(breakers.open()).isEmpty();
  }

  @Test
  void anUnclearReplyCountsAsOneThatMayHaveArrived() {
    five("anna", "anna", "anna");
    sendAll(new Answer.Unclear("the link was cut"));
    long fourth = approvedTo("anna");
    sendAll(ACCEPTED);

    assertThat(office.state(fourth)).isEqualTo(State.APPROVED);
  }

  private void bounce(long letter) {
    Approval approval = office.queue().approvalOf(letter).orElseThrow();
    MailboxFlags nothing =
        new MailboxFlags() {
          @Override
          public Outcome answered(org.postbag.intake.ImapUid uid) {
            return new Outcome.Done();
          }

          @Override
          public Outcome fileCopy(String mailbox, MessageId id, byte[] rfc822) {
            return new Outcome.Done();
          }

          @Override
          public Search findSent(String mailbox, org.postbag.intake.SentReply reply) {
            return new Search.Missing();
          }
        };
    new Settlement(database, office.ledger(), office.queue(), nothing, clock)
        .bounced(approval.messageId(), "550 5.1.1 unknown");
  }

  private List<Long> sentTo(int count) {
    List<Long> letters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      letters.add(office.approved());
    }
    sendAll(ACCEPTED);
    return letters;
  }

  @Test
  void repliesThatComeBackStopTheirTopicAndMailbox() {
    List<Long> letters = sentTo(49);
    letters.subList(0, 4).forEach(this::bounce);
    assertThat(breakers.open()).isEmpty();
    bounce(letters.get(4));

    assertThat(breakers.open())
        .extracting(Breaker::scope)
        .containsExactlyInAnyOrder(
            new BreakerScope.Mailbox("office"), new BreakerScope.Topic(SendingOffice.CALAIS));
    long next = office.approved();
    sendAll(ACCEPTED);
    assertThat(office.state(next)).isEqualTo(State.APPROVED);
  }

  @Test
  void aFewOfVeryManyMayComeBack() {
    List<Long> letters = sentTo(60);
    letters.subList(0, 6).forEach(this::bounce);

    assertThat(breakers.open()).isEmpty();
  }

  @Test
  void oneReportThatComesTwiceIsOneBounce() {
    List<Long> letters = sentTo(4);
    letters.forEach(this::bounce);
    letters.forEach(this::bounce);

    assertThat(breakers.open()).isEmpty();
  }

  @Test
  void addressesThatTheServerRefusesCountAsBounces() {
    AtomicInteger refused = new AtomicInteger();
    for (int i = 0; i < 6; i++) {
      office.approved();
    }
    clock.advance(SendingOffice.UNDO);
    SendingOffice.sendDue(
        office.outbox(),
        SendingOffice.answering(_ -> {
          refused.incrementAndGet();
          return new Answer.Rejected(550, "5.1.1 unknown", true);
        }));

    assertThat(refused).hasValue(5);
  }

  @Test
  void afterAPersonLetItGoOnBouncesAreCountedAnew() {
    List<Long> letters = sentTo(12);
    letters.subList(0, 5).forEach(this::bounce);
    breakers.open().forEach(breaker -> breakers.end(breaker.id(), SendingOffice.ANN));
    clock.advance(Duration.ofHours(2));
    bounce(letters.get(5));

    assertThat(breakers.open()).isEmpty();
  }
}
