package org.postbag.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.TopicId;
import org.postbag.database.Engine;
import org.postbag.database.TestLetters;
import org.postbag.intake.ImapUid;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.LetterStore;
import org.postbag.intake.ScreeningReason;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.ReviewReason;
import org.postbag.ledger.State;
import org.postbag.matching.Match;
import org.postbag.matching.campaign.Campaign;
import org.postbag.reply.Draft;
import org.postbag.reply.DraftBatch;
import org.postbag.reply.Proposal;

/// What the queue promises, on every database.
class QueueTest extends ReviewOffice {
  QueueTest(Engine engine) {
    super(engine);
  }

  @Test
  void aDraftWaitsWithItsMatchAndItsEvidence() {
    long letter = waiting("lee");

    QueueItem item = queue().find(letter).orElseThrow();
    assertThat(item.state()).isEqualTo(State.WAITING);
    assertThat(queue().matchOf(letter).orElseThrow().evidence().getFirst().feature())
        .isEqualTo("calais");
    assertThat(item.match().runnerUp()).hasValue(new TopicId("buses"));
    assertThat(item.reply().orElseThrow().thread().references()).hasSize(1);
    assertThat(queue().groups()).containsExactly(new Group(State.WAITING, Optional.of(CALAIS), 1));
  }

  @Test
  void aLetterThatIsAddedTwiceIsThereOnce() {
    long letter = TestLetters.keep(database);
    Draft draft = draft(letter, "lee", TestDrafts.answer("lee", "Text"));
    queue().addAll(List.of(draft));
    queue().addAll(List.of(draft));

    assertThat(ledger().history(letter)).hasSize(1);
    assertThat(queue().page(Filter.in(State.WAITING, 10))).hasSize(1);
  }

  @Test
  void aWriterGetsATopicsReplyOnceInAPeriod() {
    waiting("lee");
    long second = waiting("lee");

    QueueItem item = queue().find(second).orElseThrow();
    assertThat(item.state()).isEqualTo(State.NEEDS_PERSON);
    assertThat(item.reason()).contains(DraftReason.ANSWERED_BEFORE);

    clock().advance(Duration.ofDays(31));
    assertThat(queue().find(waiting("lee")).orElseThrow().state()).isEqualTo(State.WAITING);
  }

  @Test
  void aWriterWhoFloodsGetsNoMoreDrafts() {
    for (int i = 0; i < 10; i++) {
      long letter = TestLetters.keep(database);
      Proposal person = new Proposal.ForPerson(DraftReason.UNSURE, Optional.empty());
      queue().addAll(List.of(draft(letter, "flood", person)));
    }
    assertThat(queue().find(waiting("flood")).orElseThrow().reason()).contains(DraftReason.FLOOD);
  }

  @Test
  void matchingAgainChangesWhatWaitsAndNeverWhatWasDecidedOrEdited() {
    long waits = waiting("one");
    long approved = waiting("two");
    long edited = waiting("three");
    decisions().approve(first(approved), ANN);
    decisions().edit(first(edited), "Re: Calais", "My own words", ANN);
    Proposal unsure = new Proposal.ForPerson(DraftReason.UNSURE, Optional.empty());

    for (long letter : List.of(waits, approved, edited)) {
      queue().redoAll(List.of(draft(letter, "again", unsure)));
    }

    assertThat(ledger().state(waits)).isEqualTo(State.NEEDS_PERSON);
    assertThat(ledger().state(approved)).isEqualTo(State.APPROVED);
    assertThat(queue().find(edited).orElseThrow().reply().orElseThrow().text())
        .isEqualTo("My own words");
    assertThat(ledger().verify()).isEmpty();
  }

  @Test
  void whatIsMatchedAgainAsItWasCanBeDecidedAsItWasSeen() {
    long letter = waiting("lee");
    Draft surer = draft(letter, "lee", TestDrafts.answer("lee", "The reply on Calais"));
    Match match =
        new Match(surer.match().topic(), 0.99, Optional.empty(), false, List.of(), List.of());

    queue()
        .redoAll(
            List.of(new Draft(surer.kept(), surer.letter(), match, surer.proposal(), List.of())));

    assertThat(queue().find(letter).orElseThrow().match().probability()).isEqualTo(0.99);
    assertThat(decisions().approve(first(letter), ANN)).isInstanceOf(Decision.Done.class);
  }

  @Test
  void whatIsMatchedAgainWithAnotherTextMustBeSeenAnew() {
    long letter = waiting("lee");

    queue().redoAll(List.of(draft(letter, "lee", TestDrafts.answer("lee", "Other words"))));

    assertThat(decisions().approve(first(letter), ANN)).isInstanceOf(Decision.Stale.class);
  }

  @Test
  void topicsThatChangeWhileALetterIsMatchedAgainCountForIt() {
    long letter = waiting("lee");
    Matcher matcher = new Matcher(this, letter);

    matcher.rematching.run();

    assertThat(textOf(letter)).isEqualTo("new");
  }

  @Test
  void topicsThatChangeWhileALetterIsReadCountForIt() {
    long letter = keep("lee");
    Matcher matcher = new Matcher(this, letter);

    matcher.rematching.storeDrafts(new DraftBatch(List.of(matcher.answer())));

    assertThat(textOf(letter)).isEqualTo("new");
  }

  @Test
  void aLetterAtWhichMatchingBreaksHoldsUpNoOther() {
    long broken = waiting("one");
    long other = waiting("two");
    Rematching rematching =
        new Rematching(
            queue(),
            new TestStore(clock()),
            kept -> {
              if (kept.id() == broken) {
                throw new IllegalStateException("as a step of ours would");
              }
              return draft(other, "two", TestDrafts.answer("two", "new"));
            });

    rematching.run();

    assertThat(textOf(broken)).isEqualTo("The reply on Calais");
    assertThat(textOf(other)).isEqualTo("new");
  }

  private String textOf(long letter) {
    return queue().find(letter).orElseThrow().reply().orElseThrow().text();
  }

  /// Answers a letter with the reply of before, while newer topics are put in force.
  private static final class Matcher {
    private final QueueTest office;
    private final long letter;
    private final Rematching rematching;
    private String text = "old";

    Matcher(QueueTest office, long letter) {
      this.office = office;
      this.letter = letter;
      this.rematching =
          new Rematching(office.queue(), new TestStore(office.clock()), _ -> answer());
    }

    Draft answer() {
      Draft draft = office.draft(letter, "lee", TestDrafts.answer("lee", text));
      if (text.equals("old")) {
        text = "new";
        rematching.run();
      }
      return draft;
    }
  }

  /// Letters without their bytes.
  record TestStore(InstantSource clock) implements LetterStore {
    @Override
    public List<KeptLetter> unprocessed(int limit) {
      return List.of();
    }

    @Override
    public Optional<KeptLetter> find(long id) {
      ImapUid uid = new ImapUid("office", "INBOX", 1, id);
      return Optional.of(new KeptLetter(id, uid, clock.instant(), false, false, new byte[0]));
    }
  }

  @Test
  void matchingAgainLeavesTheTopicThatAPersonChose() {
    long answered = waiting("one");
    long unanswered = waiting("two");
    decisions().assign(first(answered), CALAIS, ANN);
    decisions().assign(first(unanswered), new TopicId("buses"), ANN);
    Proposal unsure = new Proposal.ForPerson(DraftReason.UNSURE, Optional.empty());

    assertThat(queue().untouched(State.WAITING, 0, 10)).isEmpty();
    assertThat(queue().untouched(State.NEEDS_PERSON, 0, 10)).isEmpty();
    queue().redoAll(List.of(draft(answered, "a", unsure), draft(unanswered, "b", unsure)));

    assertThat(ledger().state(answered)).isEqualTo(State.WAITING);
    assertThat(queue().find(unanswered).orElseThrow().topic()).contains(new TopicId("buses"));
  }

  @Test
  void matchingAgainDoesNotPutAwayWhatAPersonReopened() {
    long letter = waiting("one");
    decisions().close(first(letter), ANN);
    decisions().reopen(letter, ANN);

    queue()
        .redoAll(
            List.of(
                draft(
                    letter,
                    "again",
                    new Proposal.SetAside(new ReviewReason.Screened(ScreeningReason.BULK)))));

    assertThat(ledger().state(letter)).isEqualTo(State.NEEDS_PERSON);
  }

  @Test
  void aPageIsFilteredByStateTopicAndWords() {
    long letter = waiting("lee");
    waiting("smith");

    Filter words =
        new Filter(
            Optional.of(State.WAITING),
            Optional.of(CALAIS),
            Optional.of("CALAIS lee@"),
            Optional.empty(),
            10);
    assertThat(queue().page(words)).extracting(QueueItem::letter).containsExactly(letter);
    Filter before =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(letter), 10);
    assertThat(queue().page(before)).isEmpty();
  }

  @Test
  void theLettersOfACampaignAreListedTogetherTheFirstAmongThem() {
    long first = waiting("lee");
    long second = waitingIn(new Campaign(first, 0.9, 2, 4, List.of(), Set.of()), "smith");
    waiting("jones");

    assertThat(queue().campaigns(5))
        .containsExactly(new CampaignGroup(first, CALAIS, 2, "Calais", "About Calais"));
    Filter all = Filter.in(State.WAITING, 10).of(Optional.of(first));
    assertThat(queue().page(all)).extracting(QueueItem::letter).containsExactly(second, first);
  }
}
