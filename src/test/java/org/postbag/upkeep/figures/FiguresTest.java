package org.postbag.upkeep.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postbag.database.Engine;
import org.postbag.database.OnEveryEngine;
import org.postbag.database.SettableClock;
import org.postbag.database.TestLetters;
import org.postbag.ledger.Actor;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Move;
import org.postbag.ledger.Reason;
import org.postbag.ledger.SendingReason;
import org.postbag.ledger.State;

class FiguresTest extends OnEveryEngine {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Actor ANN = new Actor("ann");

  private final SettableClock clock = new SettableClock();
  private final Ledger ledger = new Ledger(database, clock);
  private final FigureFollower follower = new FigureFollower(database, LONDON);
  private final Figures figures = new Figures(database, clock, LONDON);

  FiguresTest(Engine engine) {
    super(engine);
  }

  /// A letter that came now, on that topic.
  private long letter(String topic, String matched, boolean edited, @Nullable String home) {
    long letter = TestLetters.keep(database);
    database.doInTransaction(() -> {
      database
          .sql("UPDATE letter SET received = :now WHERE id = :id")
          .param("now", clock.instant().toEpochMilli())
          .param("id", letter)
          .update();
      database
          .sql(
              "INSERT INTO draft (letter_id, version, mailbox, received, subject, snippet,"
                  + " language, topic, matched, probability, abstained, reason, edited, home,"
                  + " updated) VALUES (:id, 1, 'office', 0, '', '', 'en', :topic, :matched, 1, 0,"
                  + " '', :edited, :home, 0)")
          .param("id", letter)
          .param("topic", topic)
          .param("matched", matched)
          .param("edited", edited ? 1 : 0)
          .param("home", home)
          .update();
    });
    return letter;
  }

  private void move(long letter, State from, State to, Reason why) {
    assertThat(ledger.move(new Move(letter, from, to, ANN, why))).isTrue();
  }

  private EventCounts counts(String topic) {
    follower.follow();
    return figures
        .byTopic(Period.upTo(figures.today(), 30))
        .getOrDefault(topic, EventCounts.NOTHING);
  }

  @Test
  void aLetterCountsOnceOnItsDayWithWhatBecameOfIt() {
    long letter = letter("ferry", "ferry", false, "here");
    move(letter, State.KEPT, State.WAITING, DecisionReason.DRAFTED);
    move(letter, State.WAITING, State.APPROVED, DecisionReason.APPROVED);
    assertThat(counts("ferry").counts())
        .isEqualTo(
            Map.of(
                Event.LETTER, 1L,
                Event.DRAFTED, 1L,
                Event.HOME_HERE, 1L,
                Event.APPROVED, 1L,
                Event.RIGHT, 1L));
    follower.follow();
    assertThat(counts("ferry").of(Event.LETTER)).isEqualTo(1);
    assertThat(figures.lastUsed()).containsEntry("ferry", figures.today());
  }

  @Test
  void whatIsTakenBackIsNotApproved() {
    long letter = letter("ferry", "ferry", true, null);
    move(letter, State.KEPT, State.WAITING, DecisionReason.DRAFTED);
    move(letter, State.WAITING, State.APPROVED, DecisionReason.APPROVED);
    move(letter, State.APPROVED, State.WAITING, DecisionReason.UNDONE);
    assertThat(counts("ferry").of(Event.APPROVED)).isZero();
    assertThat(counts("ferry").of(Event.EDITED)).isZero();
    assertThat(figures.lastUsed()).isEmpty();
  }

  @Test
  void anotherTopicIsACorrectionOfTheOneThatWasProposed() {
    long letter = letter("bus", "ferry", false, null);
    move(letter, State.KEPT, State.WAITING, DecisionReason.DRAFTED);
    move(letter, State.WAITING, State.WAITING, new Reason.Assigned(Optional.of("bus")));
    assertThat(counts("ferry").of(Event.CORRECTED)).isEqualTo(1);
    assertThat(counts("bus").of(Event.CHOSEN)).isEqualTo(1);
    assertThat(counts("ferry").overridden()).hasValue(1.0);
  }

  @Test
  void manyEntriesAreCountedInTurnsAndDecisionsOnTheOfficeCountNothing() {
    for (int i = 0; i < 520; i++) {
      move(
          letter("ferry", "ferry", false, null),
          State.KEPT,
          State.NEEDS_PERSON,
          DecisionReason.DRAFTED);
    }
    ledger.note(ANN, DecisionReason.DRY_RUN_ENDED);
    assertThat(counts("ferry").of(Event.LETTER)).isEqualTo(520);
    assertThat(counts("ferry").of(Event.PERSON)).isEqualTo(520);
    assertThat(counts("ferry").drafted()).hasValue(0);
  }

  @Test
  void theTimeToAReplyIsKnownToWithinATenth() {
    for (int hours : new int[] {1, 2, 3, 4, 50}) {
      long letter = letter("ferry", "ferry", false, null);
      move(letter, State.KEPT, State.SENDING, DecisionReason.DRAFTED);
      clock.advance(Duration.ofHours(hours));
      move(letter, State.SENDING, State.SENT, SendingReason.CLAIMED);
      clock.advance(Duration.ofHours(-hours));
    }
    clock.advance(Duration.ofDays(3));
    follower.follow();
    ReplyTime time =
        Objects.requireNonNull(figures.replyTimes(Period.upTo(figures.today(), 30)).get("ferry"));
    assertThat(time.replies()).isEqualTo(5);
    assertThat(time.quantile(0.5).orElseThrow().toMinutes()).isBetween(160L, 200L);
    assertThat(time.quantile(0.9).orElseThrow().toHours()).isBetween(45L, 55L);
  }

  @Test
  void daysAreThoseOfTheOffice() {
    // Half past eleven in the evening of 30 June UTC is 1 July in London.
    clock.advance(Duration.between(clock.instant(), Instant.parse("2026-06-30T23:30:00Z")));
    move(letter("ferry", "ferry", false, null), State.KEPT, State.WAITING, DecisionReason.DRAFTED);
    follower.follow();
    assertThat(figures.byDay(Period.upTo(figures.today(), 2)))
        .containsOnlyKeys(LocalDate.of(2026, 7, 1));
  }

  @Test
  void theOldestThatWaitsIsFound() {
    move(letter("ferry", "ferry", false, null), State.KEPT, State.WAITING, DecisionReason.DRAFTED);
    clock.advance(Duration.ofHours(5));
    move(
        letter("ferry", "ferry", false, null),
        State.KEPT,
        State.NEEDS_PERSON,
        DecisionReason.DRAFTED);
    assertThat(figures.oldestWaits()).contains(Duration.ofHours(5));
  }
}
