package org.postbag.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.TopicId;
import org.postbag.database.Engine;
import org.postbag.database.TestLetters;
import org.postbag.email.Letter;
import org.postbag.email.MessageId;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.ReviewReason;
import org.postbag.ledger.State;
import org.postbag.matching.Match;
import org.postbag.reply.Draft;
import org.postbag.reply.Proposal;
import org.postbag.reply.Warning;
import org.postbag.review.breaker.Breaker;
import org.postbag.review.breaker.BreakerScope;
import org.postbag.review.breaker.Breakers;

/// Whom the limits count, and what stops by itself, on every database.
class DraftLimitsTest extends ReviewOffice {
  private static final TopicId BUSES = new TopicId("buses");

  DraftLimitsTest(Engine engine) {
    super(engine);
  }

  private long from(String writer, String recipient) {
    long letter = TestLetters.keep(database);
    add(draft(letter, writer, TestDrafts.answer(recipient, "The reply on Calais")));
    return letter;
  }

  private void add(Draft draft) {
    queue().addAll(List.of(draft));
  }

  private QueueItem item(long letter) {
    return queue().find(letter).orElseThrow();
  }

  private Optional<ReviewReason> reason(long letter) {
    return item(letter).reason();
  }

  @Test
  void oneWriterWithTwoSpellingsIsOnePerson() {
    from("Anna", "Anna");

    assertThat(reason(from("anna", "anna"))).contains(DraftReason.ANSWERED_BEFORE);
    assertThat(reason(from("anna+shop", "anna+shop"))).contains(DraftReason.ANSWERED_BEFORE);
    assertThat(reason(from("anne", "anne"))).isEmpty();
  }

  @Test
  void aRecipientGetsATopicsReplyOnceWhoeverWrites() {
    from("one", "stranger");

    assertThat(reason(from("two", "Stranger"))).contains(DraftReason.ANSWERED_BEFORE);
    assertThat(reason(from("three", "three"))).isEmpty();
  }

  @Test
  void aWriterGetsATopicsReplyOnceWhereverItGoes() {
    from("one", "stranger");

    assertThat(reason(from("one", "another"))).contains(DraftReason.ANSWERED_BEFORE);
  }

  @Test
  void lettersThatWouldAllBeAnsweredToOneAddressAreAFlood() {
    for (int i = 0; i < 10; i++) {
      Proposal.Answer answer = TestDrafts.answer("stranger", "The reply on Calais");
      Proposal person = new Proposal.ForPerson(DraftReason.UNSURE, Optional.of(answer));
      add(draft(TestLetters.keep(database), "writer" + i, person));
    }

    assertThat(reason(from("writer10", "stranger"))).contains(DraftReason.FLOOD);
    assertThat(reason(from("writer11", "writer11"))).isEmpty();
  }

  private static final int LIMIT = 5;

  private ReviewQueue limited() {
    ReviewSettings few =
        new ReviewSettings(
            Duration.ofSeconds(60), Duration.ofDays(30), 1000, LIMIT, Map.of("office", OFFICE));
    return new ReviewQueue(database, ledger(), few, (_, _, _, _, _) -> List.of(), clock());
  }

  private Breakers breakers() {
    return new Breakers(database, ledger(), clock());
  }

  /// That many letters about buses, each by another writer.
  private void arrive(int count) {
    for (int i = 0; i < count; i++) {
      limited().addAll(List.of(fresh(TestLetters.keep(database))));
    }
  }

  private Draft fresh(long letter) {
    Draft draft = draft(letter, "w" + letter, TestDrafts.answer("w" + letter, "On buses"));
    Match match = new Match(Optional.of(BUSES), 0.9, Optional.empty(), false, List.of(), List.of());
    return new Draft(draft.kept(), draft.letter(), match, draft.proposal(), List.of());
  }

  private List<QueueItem> in(State state) {
    return queue().page(Filter.in(state, 500));
  }

  @Test
  void draftingOfATopicAndItsMailboxStopsWhereThereIsTooMuch() {
    arrive(LIMIT + 2);

    assertThat(in(State.WAITING)).hasSize(LIMIT);
    assertThat(in(State.NEEDS_PERSON))
        .hasSize(2)
        .allMatch(item -> item.reason().equals(Optional.of(DraftReason.DRAFTS_STOPPED)));
    assertThat(breakers().open())
        .extracting(Breaker::scope)
        .containsExactlyInAnyOrder(
            new BreakerScope.Mailbox("office"), new BreakerScope.Topic(BUSES));
  }

  @Test
  void whatIsDraftedAlreadyStaysReadyWhileDraftingIsStopped() {
    arrive(LIMIT + 1);
    long ready = in(State.WAITING).getFirst().letter();

    limited().redoAll(List.of(fresh(ready)));

    assertThat(item(ready).state()).isEqualTo(State.WAITING);
  }

  @Test
  void lettersGetTheirDraftsWhenAPersonLetsItGoOn() {
    arrive(LIMIT + 1);
    long stopped = in(State.NEEDS_PERSON).getFirst().letter();
    limited().redoAll(List.of(fresh(stopped)));
    assertThat(item(stopped).state()).isEqualTo(State.NEEDS_PERSON);

    breakers().open().forEach(breaker -> breakers().end(breaker.id(), ANN));
    limited().redoAll(List.of(fresh(stopped)));
    arrive(3 * LIMIT);

    assertThat(breakers().open()).isEmpty();
    assertThat(in(State.NEEDS_PERSON)).isEmpty();
  }

  @Test
  void tenTimesTheUsualIsNotTooMuch() {
    for (int hour = 0; hour < 4; hour++) {
      arrive(LIMIT);
      clock().advance(Duration.ofHours(10));
    }
    arrive(10 * LIMIT);
    assertThat(breakers().open()).isEmpty();

    arrive(1);
    assertThat(breakers().open()).isNotEmpty();
  }

  /// A letter that refers to our reply to the letter before.
  private long answering(long before) {
    MessageId ours = queue().approvalOf(before).orElseThrow().messageId();
    long next = TestLetters.keep(database);
    Draft draft = draft(next, "robot", TestDrafts.answer("robot", "The reply on Calais"));
    Letter letter = inReplyTo(draft.letter(), ours);
    add(new Draft(draft.kept(), letter, draft.match(), draft.proposal(), List.of()));
    return next;
  }

  private static Letter inReplyTo(Letter letter, MessageId id) {
    return new Letter(
        letter.from(),
        letter.replyTo(),
        letter.to(),
        letter.cc(),
        letter.date(),
        letter.messageId(),
        List.of(id),
        List.of(),
        letter.authorship(),
        letter.subject(),
        letter.baseSubject(),
        letter.text(),
        letter.visibleText(),
        letter.folded(),
        letter.safeHtml(),
        letter.language(),
        letter.attachments(),
        letter.contentType(),
        letter.parts(),
        letter.headers(),
        letter.problems());
  }

  /// By somebody who has seen all that there is to see.
  private void approve(long letter) {
    QueueItem item = item(letter);
    Set<String> seen = item.warnings().stream().map(Warning::word).collect(Collectors.toSet());
    assertThat(
            decisions().approve(new DraftVersion(letter, item.version()), seen, Instant.MIN, ANN))
        .isInstanceOf(Decision.Done.class);
  }

  @Test
  void whoAnswersEveryReplyIsStoppedAfterThreeHoweverSlowlyTheyDo() {
    long letter = from("robot", "robot");
    for (int i = 0; i < 3; i++) {
      approve(letter);
      clock().advance(Duration.ofHours(30));
      letter = answering(letter);
    }

    assertThat(reason(letter)).contains(DraftReason.CONVERSATION);
    assertThat(breakers().stopsSending("office", Optional.of(CALAIS), OFFICE.address())).isFalse();
    assertThat(
            breakers()
                .stopsSending("office", Optional.empty(), TestDrafts.ann("ROBOT+x").address()))
        .isTrue();
  }

  @Test
  void aBreakerThatWasEndedStaysWithWhoEndedIt() {
    arrive(LIMIT + 1);
    Breaker breaker = breakers().open().getFirst();

    assertThat(breakers().end(breaker.id(), ANN)).contains(breaker);
    assertThat(breakers().end(breaker.id(), BEN)).isEmpty();
    assertThat(
            database
                .sql("SELECT ended_by FROM breaker WHERE id = :id")
                .param("id", breaker.id())
                .query(String.class)
                .single())
        .isEqualTo("ann");
  }
}
