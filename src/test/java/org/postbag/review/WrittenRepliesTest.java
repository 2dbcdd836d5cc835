package org.postbag.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.TopicId;
import org.postbag.database.Engine;
import org.postbag.email.Address;
import org.postbag.email.NamedAddress;
import org.postbag.ledger.Actor;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.Entry;
import org.postbag.ledger.Move;
import org.postbag.ledger.SendingReason;
import org.postbag.ledger.State;
import org.postbag.reply.Proposal;
import org.postbag.reply.Warning;

/// What replies of a person's own promise, on every database.
class WrittenRepliesTest extends ReviewOffice {
  private static final NamedAddress COUNCIL =
      new NamedAddress(null, new Address("housing", "council.example"));

  WrittenRepliesTest(Engine engine) {
    super(engine);
  }

  private long withoutReply() {
    long letter = keep("lee");
    Proposal none = new Proposal.ForPerson(DraftReason.NO_TOPIC, Optional.empty());
    queue().addAll(List.of(draft(letter, "lee", none)));
    return letter;
  }

  private QueueItem item(long letter) {
    return queue().find(letter).orElseThrow();
  }

  private QueueItem.Reply reply(long letter) {
    return item(letter).reply().orElseThrow();
  }

  private Entry last(long letter) {
    return ledger().history(letter).getLast();
  }

  @Test
  void aLetterWithoutATopicGetsAReplyFromNothingWhichIsApprovedAsAnyOther() {
    long letter = withoutReply();

    assertThat(written().write(first(letter), "Your question", "Dear Ann,\n\nYes.", BEN))
        .isEqualTo(new Decision.Done(State.WAITING, 2));

    assertThat(reply(letter).text()).isEqualTo("Dear Ann,\n\nYes.");
    assertThat(reply(letter).replyName()).isEmpty();
    assertThat(last(letter).reason()).isEqualTo(DecisionReason.WRITTEN);
    assertThat(last(letter).actor()).isEqualTo("ben");
    assertThat(decisions().approve(new DraftVersion(letter, 2), ANN))
        .isInstanceOf(Decision.Done.class);
    clock().advance(Duration.ofMinutes(2));
    Approval due = queue().due(9).getFirst();
    assertThat(due.text()).isEqualTo("Dear Ann,\n\nYes.");
    assertThat(due.thread().subject()).isEqualTo("Your question");
  }

  @Test
  void aStandardReplyIsPickedWhateverTheTopic() {
    long letter = withoutReply();

    assertThat(written().pick(first(letter), "calais", ANN))
        .isEqualTo(new Decision.Done(State.WAITING, 2));
    assertThat(reply(letter).replyName()).contains("calais");
    assertThat(reply(letter).byHand()).isTrue();
    assertThat(reply(letter).edited()).isFalse();
    assertThat(last(letter).reason()).isEqualTo(DecisionReason.PICKED);

    written().pick(new DraftVersion(letter, 2), "calais", "Re", "Other words", ANN);
    assertThat(reply(letter).edited()).isTrue();
    assertThat(reply(letter).text()).isEqualTo("Other words");
  }

  @Test
  void aReplyThatDoesNotExistIsRefused() {
    long letter = withoutReply();
    assertThat(written().pick(first(letter), "nonsense", ANN)).isInstanceOf(Decision.Refused.class);
    assertThat(item(letter).version()).isEqualTo(1);
  }

  @Test
  void aTopicThatIsChosenAfterwardsBringsItsOwnReply() {
    long letter = withoutReply();
    written().write(first(letter), "Re", "My own words", ANN);
    decisions().assign(new DraftVersion(letter, 2), CALAIS, ANN);
    assertThat(reply(letter).byHand()).isFalse();
    assertThat(new Releases(database, ledger()).isByHand(letter)).isFalse();
  }

  @Test
  void whoeverSeesAnOlderVersionWritesNothing() {
    long letter = waiting("lee");
    decisions().edit(first(letter), "Re", "Ben’s words", BEN);
    assertThat(written().write(first(letter), "Re", "Ann’s words", ANN))
        .isEqualTo(new Decision.Stale(State.WAITING, 2, "ben"));
    assertThat(reply(letter).text()).isEqualTo("Ben’s words");
  }

  @Test
  void aReplyOfOnesOwnIsNotApprovedInAGroup() {
    long letter = waiting("lee");
    written().write(first(letter), "Re", "My own words", ANN);

    assertThat(GroupMembers.waiting(queue(), CALAIS, Optional.empty())).isEmpty();
    assertThat(decisions().approveAll(List.of(new DraftVersion(letter, 2)), Set.of(), ANN))
        .allMatch(Decision.Refused.class::isInstance);
  }

  @Test
  void aForwardedLetterGoesToSomebodyElseAndOnlyWhenThatWasSeen() {
    long letter = withoutReply();
    written().forward(first(letter), COUNCIL, "Fwd: Calais", "Please answer this.", ANN);

    assertThat(reply(letter).to()).isEqualTo(COUNCIL);
    assertThat(item(letter).warnings()).extracting(Warning::word).containsExactly("forwarded");
    assertThat(last(letter).reason()).isEqualTo(DecisionReason.PASSED_ON);
    DraftVersion seen = new DraftVersion(letter, 2);
    assertThat(decisions().approve(seen, ANN)).isInstanceOf(Decision.Unseen.class);
    assertThat(decisions().approve(seen, Set.of("forwarded"), Instant.MIN, ANN))
        .isInstanceOf(Decision.Done.class);
    assertThat(queue().approvalOf(letter).orElseThrow().to()).isEqualTo(COUNCIL);
  }

  @Test
  void nothingIsForwardedToAMailboxOfTheOfficeItself() {
    long letter = withoutReply();
    assertThat(written().forward(first(letter), OFFICE, "Fwd", "Loop", ANN))
        .isInstanceOf(Decision.Refused.class);
    assertThat(written().readdress(first(letter), OFFICE.address(), ANN))
        .isInstanceOf(Decision.Refused.class);
  }

  @Test
  void aReplyThatCouldNotBeSentGoesToACorrectedAddressOnceThatWasSeen() {
    long letter = waiting("lee");
    decisions().approve(first(letter), ANN);
    move(letter, State.APPROVED, State.SENDING);
    move(letter, State.SENDING, State.FAILED);
    Address corrected = new Address("ann.lee", "example.org");

    assertThat(written().readdress(first(letter), corrected, BEN))
        .isEqualTo(new Decision.Done(State.WAITING, 2));

    assertThat(queue().approvalOf(letter)).isEmpty();
    assertThat(item(letter).warnings())
        .extracting(Warning::word)
        .containsExactly("reply-elsewhere");
    DraftVersion seen = new DraftVersion(letter, 2);
    assertThat(decisions().approve(seen, ANN)).isInstanceOf(Decision.Unseen.class);
    decisions().approve(seen, Set.of("reply-elsewhere"), Instant.MIN, ANN);
    clock().advance(Duration.ofMinutes(2));
    assertThat(queue().due(9)).hasSize(1);
    assertThat(queue().due(9).getFirst().to().address()).isEqualTo(corrected);
  }

  private void move(long letter, State from, State to) {
    ledger().move(new Move(letter, from, to, Actor.POSTBAG, SendingReason.CLAIMED));
  }

  @Test
  void whatIsBeingSentGetsNoOtherAddress() {
    long letter = waiting("lee");
    decisions().approve(first(letter), ANN);
    assertThat(written().readdress(first(letter), new Address("a", "b.example"), ANN))
        .isInstanceOf(Decision.Stale.class);
  }

  @Test
  void aReplyOfOnesOwnWithAGapIsRefused() {
    long letter = withoutReply();
    written().write(first(letter), "Re", "Dear [insert name], thanks", ANN);
    assertThat(decisions().approve(new DraftVersion(letter, 2), ANN))
        .isInstanceOf(Decision.Refused.class);
  }

  @Test
  void whatIsSentByHandIsNoLessonOnTheTopic() {
    long letter = waiting("lee");
    written().write(first(letter), "Re", "My own words", ANN);
    assertThat(item(letter).topic()).contains(new TopicId("calais"));
    assertThat(new Releases(database, ledger()).isByHand(letter)).isTrue();
  }
}
