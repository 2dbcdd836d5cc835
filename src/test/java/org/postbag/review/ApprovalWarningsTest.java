package org.postbag.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postbag.database.Engine;
import org.postbag.email.MessageId;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.State;
import org.postbag.matching.Match;
import org.postbag.reply.Draft;
import org.postbag.reply.Proposal;
import org.postbag.reply.Warning;
import org.postbag.reply.WarningKind;

/// Warnings are kept with the draft, and asked for by name in the transaction that approves.
class ApprovalWarningsTest extends ReviewOffice {
  private static final Optional<LocalDate> LONG_AGO = Optional.of(LocalDate.of(2026, 11, 2));

  ApprovalWarningsTest(Engine engine) {
    super(engine);
  }

  private static List<Warning> warnings(WarningKind... kinds) {
    return Arrays.stream(kinds).map(WarningKind::warning).toList();
  }

  private Draft draft(long letter, String writer, WarningKind... kinds) {
    Draft plain = draft(letter, writer, TestDrafts.answer(writer, "The reply on Calais"));
    return new Draft(
        plain.kept(), plain.letter(), plain.match(), plain.proposal(), warnings(kinds));
  }

  private long waiting(String writer, WarningKind... kinds) {
    long letter = keep(writer);
    queue().addAll(List.of(draft(letter, writer, kinds)));
    return letter;
  }

  private QueueItem item(long letter) {
    return queue().find(letter).orElseThrow();
  }

  private List<String> words(long letter) {
    return item(letter).warnings().stream().map(Warning::word).toList();
  }

  private Decision approve(long letter, String... acknowledged) {
    return decisions().approve(first(letter), Set.of(acknowledged), Instant.MIN, ANN);
  }

  @Test
  void aWarningIsKeptWithItsSentenceAndPlace() {
    long letter = keep("lee");
    Draft plain = draft(letter, "lee");
    List<Warning> made =
        List.of(
            new Warning("needs-help", "Read it.", Optional.of(new Warning.Place(3, 9))),
            WarningKind.ATTACHMENT.warning());
    queue()
        .addAll(
            List.of(
                new Draft(plain.kept(), plain.letter(), plain.match(), plain.proposal(), made)));

    assertThat(item(letter).warnings()).isEqualTo(made);
  }

  @Test
  void anApprovalThatDoesNotNameAWarningIsRefusedAndSaysWhich() {
    long letter = waiting("lee", WarningKind.ATTACHMENT, WarningKind.CC_ONLY);

    assertThat(approve(letter, "attachment"))
        .isEqualTo(new Decision.Unseen(warnings(WarningKind.CC_ONLY)));
    assertThat(decisions().approve(first(letter), ANN)).isInstanceOf(Decision.Unseen.class);
    assertThat(ledger().state(letter)).isEqualTo(State.WAITING);
    assertThat(queue().approvalOf(letter)).isEmpty();

    assertThat(approve(letter, "cc-only", "attachment")).isInstanceOf(Decision.Done.class);
  }

  @Test
  void whatWasSeenStandsUnderTheHashOfTheApproval() {
    long letter = waiting("lee", WarningKind.ATTACHMENT);
    approve(letter, "attachment");

    Approval approval = queue().approvalOf(letter).orElseThrow();
    assertThat(approval.warnings()).isEqualTo(warnings(WarningKind.ATTACHMENT));
    assertThat(approval.hash())
        .isEqualTo(hash(approval, approval.warnings()))
        .isNotEqualTo(hash(approval, List.of()))
        .isNotEqualTo(hash(approval, warnings(WarningKind.CC_ONLY)));
  }

  private static String hash(Approval approval, List<Warning> warnings) {
    return ReplyHash.of(
        approval.messageId(),
        approval.from(),
        approval.to(),
        approval.thread(),
        approval.text(),
        approval.enclosed(),
        warnings);
  }

  @Test
  void aWarningThatAppearsAfterSomebodyLookedMakesTheirApprovalStale() {
    long letter = waiting("lee");
    queue().redoAll(List.of(draft(letter, "lee", WarningKind.CC_ONLY)));

    assertThat(approve(letter, "cc-only"))
        .isEqualTo(new Decision.Stale(State.WAITING, 2, "postbag"));
  }

  @Test
  void aDraftThatIsMadeAgainWithTheSameWarningsStaysAsItWasSeen() {
    long letter = waiting("lee", WarningKind.CC_ONLY);
    queue().redoAll(List.of(draft(letter, "lee", WarningKind.CC_ONLY)));

    assertThat(approve(letter, "cc-only")).isInstanceOf(Decision.Done.class);
  }

  @Test
  void aDraftFromBeforeThereWereWarningsHasNone() {
    long letter = waiting("lee", WarningKind.CC_ONLY);
    database.doInTransaction(() -> database.sql("UPDATE draft SET warnings = NULL").update());

    assertThat(words(letter)).isEmpty();
  }

  @Test
  void ofAGroupOnlyWhatAllOfItWarnsOfCanBeAcknowledged() {
    List<DraftVersion> shared =
        Stream.of("a", "b").map(w -> first(waiting(w, WarningKind.REPLY_NEW))).toList();
    DraftVersion more = first(waiting("c", WarningKind.REPLY_NEW, WarningKind.ATTACHMENT));
    List<DraftVersion> all = Stream.concat(shared.stream(), Stream.of(more)).toList();

    assertThat(decisions().approveAll(all, Set.of(), ANN))
        .hasSize(3)
        .allMatch(Decision.Unseen.class::isInstance);
    List<Decision> outcomes = decisions().approveAll(all, Set.of("reply-new", "attachment"), ANN);

    assertThat(outcomes.subList(0, 2)).allMatch(Decision.Done.class::isInstance);
    assertThat(outcomes.getLast()).isEqualTo(new Decision.Unseen(warnings(WarningKind.ATTACHMENT)));
    assertThat(ledger().state(more.letter())).isEqualTo(State.WAITING);
  }

  @Test
  void aLetterThatNeedsAPersonIsNotApprovedInAGroupWhoeverAsks() {
    long letter = keep("lee");
    Proposal person =
        new Proposal.ForPerson(
            DraftReason.UNSURE, Optional.of(TestDrafts.answer("lee", "The reply on Calais")));
    queue().addAll(List.of(draft(letter, "lee", person)));

    assertThat(decisions().approveAll(List.of(first(letter)), Set.of(), ANN))
        .singleElement()
        .isInstanceOf(Decision.Refused.class);
    assertThat(ledger().state(letter)).isEqualTo(State.NEEDS_PERSON);
  }

  @Test
  void withoutAReplyNothingCanBeApprovedBeforeAPersonChoseATopic() {
    long letter = keep("lee");
    Proposal nothing = new Proposal.ForPerson(DraftReason.UNSURE, Optional.empty());
    queue().addAll(List.of(draft(letter, "lee", nothing)));

    assertThat(approve(letter)).isInstanceOf(Decision.Refused.class);
    assertThat(decisions().edit(first(letter), "Re: Calais", "Mine", ANN))
        .isInstanceOf(Decision.Refused.class);
    decisions().assign(first(letter), CALAIS, ANN);

    assertThat(decisions().approve(new DraftVersion(letter, 2), ANN))
        .isInstanceOf(Decision.Done.class);
  }

  @Test
  void whoHadThisReplyAlreadyIsNamedWhateverElseIsDecided() {
    waiting("lee");
    long unsure = keep("lee");
    Proposal person =
        new Proposal.ForPerson(
            DraftReason.UNSURE, Optional.of(TestDrafts.answer("lee", "The reply on Calais")));
    queue().addAll(List.of(draft(unsure, "lee", person)));
    long again = waiting("lee");

    assertThat(words(unsure)).containsExactly("answered-before");
    assertThat(words(again)).containsExactly("answered-before");
    assertThat(item(again).reason()).contains(DraftReason.ANSWERED_BEFORE);
  }

  @Test
  void aLetterThatRefersToAReplyOfOursFollowsIt() {
    long first = waiting("lee");
    approve(first);
    MessageId ours = queue().approvalOf(first).orElseThrow().messageId();

    long next = keep("kim");
    queue().addAll(List.of(TestDrafts.referring(draft(next, "kim"), ours)));
    long other = keep("tom");
    queue()
        .addAll(List.of(TestDrafts.referring(draft(other, "tom"), new MessageId("<x@y.example>"))));

    assertThat(words(next)).containsExactly("follow-up");
    assertThat(words(other)).isEmpty();
  }

  @Test
  void whoHasWrittenHalfAsOftenAsIsTooOftenWritesOften() {
    for (int i = 0; i < SETTINGS.floodLimit() / 2; i++) {
      long letter = keep("lee");
      queue().addAll(List.of(draft(letter, "lee", TestDrafts.answer("lee", "Text"))));
      assertThat(words(letter)).doesNotContain("many-letters");
    }
    long sixth = waiting("lee");
    assertThat(words(sixth)).contains("many-letters");

    clock().advance(Duration.ofHours(25));
    assertThat(words(waiting("lee"))).doesNotContain("many-letters");
  }

  private long waitingFor(String writer, String hash, Optional<LocalDate> reviewed) {
    long letter = keep(writer);
    Proposal.Answer answer = TestDrafts.answer(writer, "The reply on Calais");
    queue()
        .addAll(
            List.of(
                draft(
                    letter,
                    writer,
                    new Proposal.Answer(
                        answer.to(),
                        answer.thread(),
                        answer.replyName(),
                        hash,
                        answer.text(),
                        answer.enclosed(),
                        reviewed))));
    return letter;
  }

  @Test
  void aReplysTextIsNewUntilTwentyWereApproved() {
    for (int i = 0; i < 20; i++) {
      long letter = waitingFor("w" + i, "new", Optional.empty());
      assertThat(words(letter)).containsExactly("reply-new");
      assertThat(approve(letter, "reply-new")).isInstanceOf(Decision.Done.class);
    }
    assertThat(words(waitingFor("known", "new", Optional.empty()))).isEmpty();
    assertThat(words(waitingFor("other", "newer", Optional.empty()))).containsExactly("reply-new");
  }

  @Test
  void aReviewedTextIsNotNewUnlessItChangedAfterItsReview() {
    long old = waitingFor("a", "old", LONG_AGO);
    assertThat(words(old)).isEmpty();
    approve(old);

    assertThat(words(waitingFor("b", "changed", LONG_AGO))).containsExactly("reply-new");
    LocalDate today = LocalDate.of(2026, 11, 23);
    assertThat(words(waitingFor("c", "changed", Optional.of(today)))).isEmpty();
  }

  @Test
  void aPersonsChoiceOfATopicIsHeldAgainstTheRecordsToo() {
    waiting("lee");
    long unsure = keep("lee");
    Draft plain = draft(unsure, "lee");
    Proposal nothing = new Proposal.ForPerson(DraftReason.NO_TOPIC, Optional.empty());
    queue()
        .addAll(List.of(new Draft(plain.kept(), plain.letter(), Match.NONE, nothing, List.of())));

    decisions().assign(first(unsure), CALAIS, ANN);

    assertThat(words(unsure)).containsExactly("answered-before");
    assertThat(decisions().approve(new DraftVersion(unsure, 2), ANN))
        .isInstanceOf(Decision.Unseen.class);
  }
}
