package org.postbag.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.matching.Topics.BUSES;
import static org.postbag.matching.Topics.CALAIS;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.database.TestDatabases;
import org.postbag.database.TestLetters;
import org.postbag.matching.Backtest.Change;
import org.postbag.matching.Backtest.Judgement;
import org.postbag.search.TestIndex;

class BacktestTest {
  private static final TopicId WATER = new TopicId("water");
  private static final String RIVER =
      "Sewage in the river again. The river smells of sewage and nobody tests the river.";
  private static final String BUS =
      "The bus did not come. The bus timetable says there is a bus at nine.";

  private final Database database = TestDatabases.sqlite();

  @AfterEach
  void close() {
    database.close();
  }

  private long keep(String text) {
    return TestLetters.keep(database, "Ann <ann@example.org>", "A matter", text);
  }

  private long decided(String text, TopicId topic) {
    long letter = keep(text);
    database
        .sql("INSERT INTO topic_decision (letter_id, topic, at) VALUES (?, ?, 0)")
        .params(letter, topic.value())
        .update();
    return letter;
  }

  private static Matching before() {
    return new Matching(Topics.catalog(CALAIS, BUSES));
  }

  /// Without buses, with rivers.
  private static Catalog after() {
    Topic water =
        Topics.topic(
            "water", "Sewage in rivers", Topics.word("sewage", 4), Topics.word("river", 4));
    return Topics.catalog(CALAIS, water);
  }

  @Test
  void gainsAndLossesAreJudgedByWhatPeopleDecided() {
    long gained = decided(RIVER, WATER);
    long wrong = decided(RIVER, CALAIS.id());
    long open = keep(RIVER);
    long lost = decided(BUS, BUSES.id());
    keep("Nothing of the kind.");
    try (TestIndex index = new TestIndex(database, () -> {})) {
      Backtest.Outcome outcome = before().backtest(after(), Set.of()).run(index.upToDate());

      assertThat(outcome.letters()).isEqualTo(5);
      assertThat(outcome.changes())
          .containsExactly(
              new Change(gained, Optional.empty(), Optional.of(WATER), Judgement.BETTER),
              new Change(wrong, Optional.empty(), Optional.of(WATER), Judgement.NEITHER),
              new Change(open, Optional.empty(), Optional.of(WATER), Judgement.UNDECIDED),
              new Change(lost, Optional.of(BUSES.id()), Optional.empty(), Judgement.WORSE));
      assertThat(outcome.gained()).isEqualTo(3);
      assertThat(outcome.lost()).isEqualTo(1);
      assertThat(outcome.moved()).isZero();
    }
  }

  @Test
  void aLetterThatNoTopicFitsIsRightWithAPersonAndWrongWithAnyTopic() {
    long gained = keep(RIVER);
    long lost = keep(BUS);
    long moved = keep("The bus to the river: bus, timetable, sewage, sewage, river, river.");
    try (TestIndex index = new TestIndex(database, () -> {})) {
      Backtest.Outcome outcome =
          before().backtest(after(), Set.of(gained, lost, moved)).run(index.upToDate());

      assertThat(outcome.changes())
          .containsExactly(
              new Change(gained, Optional.empty(), Optional.of(WATER), Judgement.WORSE),
              new Change(lost, Optional.of(BUSES.id()), Optional.empty(), Judgement.BETTER),
              new Change(moved, Optional.of(BUSES.id()), Optional.of(WATER), Judgement.NEITHER));
    }
  }
}
