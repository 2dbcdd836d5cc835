package org.postbag.sending;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.sending.SendingOffice.ANN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.database.SettableClock;
import org.postbag.database.TestDatabases;
import org.postbag.email.MessageId;
import org.postbag.intake.AnswerSearch;
import org.postbag.intake.ImapUid;
import org.postbag.intake.MailboxFlags;
import org.postbag.intake.SentReply;
import org.postbag.ledger.SendingReason;
import org.postbag.ledger.State;

/// What is asked of the mailbox after a start, before anything leaves.
class StartupCheckTest {
  private final Database database = TestDatabases.sqlite();
  private final SettableClock clock = new SettableClock();
  private final SendingOffice office = new SendingOffice(database, clock);
  private final LedgerSink sink = new LedgerSink();
  private final SmtpSender sender = office.sender(sink);
  private final Mailbox mailbox = new Mailbox();
  private final Settlement settlement =
      new Settlement(database, office.ledger(), office.queue(), mailbox, clock);
  private final StartupCheck check =
      new StartupCheck(
          database, office.ledger(), settlement, mailbox, Set.of("office", "other"), clock);
  private final Outbox outbox = office.outbox(UnaryOperator.identity(), check::isDone);

  @AfterEach
  void close() {
    sender.close();
    sink.close();
    database.close();
  }

  /// A mailbox in memory that knows which letters were answered.
  private static final class Mailbox implements AnswerSearch, MailboxFlags {
    final Map<Long, Evidence> answered = new HashMap<>();
    final List<List<Question>> questions = new ArrayList<>();
    Optional<String> away = Optional.empty();

    @Override
    public Result search(String name, List<Question> asked) {
      questions.add(asked);
      return away.<Result>map(why -> new Result.Unknown(why, why.contains("535")))
          .orElseGet(() -> new Result.Found(answered));
    }

    @Override
    public Outcome answered(ImapUid letter) {
      return new Outcome.Done();
    }

    @Override
    public Outcome fileCopy(String name, MessageId id, byte[] rfc822) {
      return new Outcome.Done();
    }

    @Override
    public Search findSent(String name, SentReply reply) {
      return answered.containsValue(Evidence.COPY_IN_SENT)
          ? new Search.Found(Sign.MESSAGE_ID)
          : new Search.Missing();
    }
  }

  private void flow() {
    SendingOffice.sendDue(outbox, sender::send);
  }

  private long approved() {
    long letter = office.approved();
    clock.advance(SendingOffice.UNDO);
    return letter;
  }

  private String lastReason(long letter) {
    return office.ledger().history(letter).getLast().why();
  }

  @Test
  void nothingLeavesBeforeTheMailboxWasAsked() {
    long letter = approved();
    flow();
    assertThat(sink.commands()).isEmpty();
    check.run();
    flow();
    assertThat(office.state(letter)).isEqualTo(State.SENT);
  }

  @Test
  void aReplyWhoseCopyStandsInSentBecomesUnclearWithTheEvidence() {
    long copied = approved();
    long other = approved();
    mailbox.answered.put(copied, AnswerSearch.Evidence.COPY_IN_SENT);
    check.run();
    flow();
    assertThat(office.state(copied)).isEqualTo(State.UNCLEAR);
    assertThat(lastReason(copied)).isEqualTo(SendingReason.COPY_FOUND_AT_START.word());
    assertThat(settlement.evidence(copied).lastLook().orElseThrow().found())
        .isInstanceOf(MailboxFlags.Search.Found.class);
    assertThat(office.state(other)).isEqualTo(State.SENT);
    assertThat(sink.mails()).hasSize(1);

    clock.advance(Duration.ofMinutes(11));
    settlement.searchSentFolder();
    assertThat(office.state(copied)).as("its copy is proof").isEqualTo(State.SENT);
  }

  @Test
  void aReplyWhoseLetterIsMarkedAsAnsweredBecomesUnclearUntilAPersonDecides() {
    long letter = approved();
    mailbox.answered.put(letter, AnswerSearch.Evidence.MARKED);
    check.run();
    flow();
    settlement.searchSentFolder();
    assertThat(office.state(letter)).isEqualTo(State.UNCLEAR);
    assertThat(lastReason(letter)).isEqualTo(SendingReason.ANSWERED_AT_START.word());
    assertThat(sink.mails()).isEmpty();

    assertThat(settlement.sendAgain(letter, ANN)).isTrue();
    flow();
    assertThat(office.state(letter)).isEqualTo(State.SENT);
  }

  @Test
  void aMailboxThatCannotBeAskedHoldsItsRepliesBackAndIsAskedAgain() {
    long letter = approved();
    mailbox.away = Optional.of("nothing listens there");
    check.run();
    check.run();
    flow();
    assertThat(office.state(letter)).isEqualTo(State.APPROVED);
    assertThat(mailbox.questions).as("not at every look").hasSize(1);
    assertThat(check.troubles())
        .singleElement()
        .satisfies(t -> assertThat(t.why()).isEqualTo("nothing listens there"));

    mailbox.away = Optional.empty();
    clock.advance(Duration.ofSeconds(5));
    check.run();
    flow();
    assertThat(office.state(letter)).isEqualTo(State.SENT);
    assertThat(check.troubles()).isEmpty();
  }

  @Test
  void aRefusedSignInIsNotRepeatedEveryFewSeconds() {
    approved();
    mailbox.away = Optional.of("535 no");
    check.run();
    clock.advance(Duration.ofMinutes(4));
    check.run();
    assertThat(mailbox.questions).hasSize(1);
    clock.advance(Duration.ofMinutes(1));
    check.run();
    assertThat(mailbox.questions).hasSize(2);
  }

  @Test
  void whoTriesNowHasTheMailboxAskedAtOnce() {
    approved();
    mailbox.away = Optional.of("away");
    check.run();
    mailbox.away = Optional.empty();
    assertThat(check.endPause("office")).isTrue();
    check.run();
    flow();
    assertThat(sink.mails()).hasSize(1);
    assertThat(check.endPause("office")).isFalse();
  }

  @Test
  void aMailboxIsAskedOnceAfterAStartAndOnlyWhereThereIsAnythingToAsk() {
    check.run();
    assertThat(mailbox.questions).as("no letter waits").isEmpty();
    assertThat(check.isDone("office")).isTrue();
    approved();
    check.run();
    flow();
    assertThat(mailbox.questions).isEmpty();
    assertThat(sink.mails()).hasSize(1);
  }

  @Test
  void answeredLettersThatWaitHereAreToldBeforeAnythingLeaves() {
    long waiting = office.waiting();
    long other = office.waiting();
    mailbox.answered.put(waiting, AnswerSearch.Evidence.MARKED);
    assertThat(check.isDone("office")).isFalse();
    check.run();
    assertThat(check.answeredElsewhere()).containsExactly(waiting);
    assertThat(office.state(waiting)).isEqualTo(State.WAITING);
    assertThat(office.state(other)).isEqualTo(State.WAITING);

    office.decisions().close(office.seen(waiting), ANN);
    assertThat(check.answeredElsewhere()).as("a person has decided").isEmpty();
  }

  @Test
  void theMarkOfOurOwnEarlierReplyIsNoNews() {
    long letter = approved();
    check.run();
    flow();
    settlement.bounced(
        office.queue().approvalOf(letter).orElseThrow().messageId(), "550 5.1.1 no such user");
    office.decisions().reopen(letter, ANN);
    office.approve(letter);
    clock.advance(SendingOffice.UNDO);
    mailbox.answered.put(letter, AnswerSearch.Evidence.MARKED);

    StartupCheck next =
        new StartupCheck(database, office.ledger(), settlement, mailbox, Set.of("office"), clock);
    next.run();
    assertThat(office.state(letter)).isEqualTo(State.APPROVED);
  }

  @Test
  void onlyApprovedRepliesAreLookedForInSent() {
    long approved = approved();
    long waiting = office.waiting();
    check.run();
    Map<Long, AnswerSearch.Question> asked = new HashMap<>();
    mailbox.questions.getFirst().forEach(question -> asked.put(question.letter(), question));
    MessageId id = office.queue().approvalOf(approved).orElseThrow().messageId();
    assertThat(requireNonNull(asked.get(approved)).reply().orElseThrow().id()).isEqualTo(id);
    assertThat(requireNonNull(asked.get(approved)).reply().orElseThrow().mark())
        .startsWith("reply ");
    assertThat(requireNonNull(asked.get(waiting)).reply()).isEmpty();
  }
}
