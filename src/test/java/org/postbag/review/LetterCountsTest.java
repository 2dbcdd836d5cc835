package org.postbag.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.TopicId;
import org.postbag.database.Engine;
import org.postbag.database.TestLetters;
import org.postbag.ledger.State;
import org.postbag.reply.Warning;

/// The counts that the database keeps are those of the letters, whatever is done.
class LetterCountsTest extends ReviewOffice {
  private final SplittableRandom random = new SplittableRandom(42);
  private final List<Long> letters = new ArrayList<>();

  LetterCountsTest(Engine engine) {
    super(engine);
  }

  @Test
  void theCountsAreThoseOfTheLettersAfterEveryDecision() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 120; i++) {
      step(i);
      seen.addAll(counted().keySet());
      assertThat(counted()).as("after step " + i).isEqualTo(actual());
      assertThat(ledger().account().received()).isEqualTo(all("SELECT count(*) FROM letter"));
    }
    assertThat(ledger().verify()).isEmpty();
    assertThat(seen)
        .contains("WAITING calais", "APPROVED calais", "NEEDS_PERSON buses", "NEEDS_PERSON -");
  }

  private void step(int i) {
    switch (i < 10 ? 0 : random.nextInt(8)) {
      case 0 -> letters.add(waiting("writer" + i));
      case 1 -> TestLetters.keep(database);
      case 2 -> approve();
      case 3 -> decisions().undo(version().letter(), ANN);
      case 4 -> decisions().assign(version(), new TopicId("buses"), ANN);
      case 5 -> decisions().noTopic(version(), ANN);
      case 6 -> decisions().close(version(), ANN);
      default -> decisions().reopen(version().letter(), ANN);
    }
  }

  private void approve() {
    DraftVersion seen = version();
    Set<String> warnings =
        queue().find(seen.letter()).orElseThrow().warnings().stream()
            .map(Warning::word)
            .collect(Collectors.toSet());
    decisions().approve(seen, warnings, Instant.MIN, ANN);
  }

  private DraftVersion version() {
    long letter = letters.get(random.nextInt(letters.size()));
    return new DraftVersion(letter, queue().find(letter).orElseThrow().version());
  }

  private Map<String, Long> counted() {
    return queue().groups().stream()
        .collect(Collectors.toMap(g -> key(g.state(), g.topic()), Group::letters));
  }

  private Map<String, Long> actual() {
    Map<String, Long> counts = new HashMap<>();
    database
        .sql("SELECT s.state, d.topic FROM letter_state s JOIN draft d USING (letter_id)")
        .query(row -> {
          State state = State.of(row.getString(1)).orElseThrow();
          Optional<TopicId> topic = Optional.ofNullable(row.getString(2)).map(TopicId::new);
          counts.merge(key(state, topic), 1L, Long::sum);
        });
    return counts;
  }

  private static String key(State state, Optional<TopicId> topic) {
    return state + " " + topic.map(TopicId::value).orElse("-");
  }

  private long all(String sql) {
    return database.sql(sql).query(Long.class).single();
  }

  @Test
  void aListOfAStateAndTopicHoldsThoseLettersAndNoOthers() {
    long calais = waiting("one");
    long buses = waiting("two");
    decisions().assign(first(buses), new TopicId("buses"), ANN);
    State now = queue().find(buses).orElseThrow().state();

    assertThat(listed(State.WAITING, "calais")).containsExactly(calais);
    assertThat(listed(now, "buses")).containsExactly(buses);
    assertThat(listed(now, "calais")).doesNotContain(buses);
  }

  private List<Long> listed(State state, String topic) {
    return queue()
        .page(
            new Filter(
                Optional.of(state),
                Optional.of(new TopicId(topic)),
                Optional.empty(),
                Optional.empty(),
                10))
        .stream()
        .map(QueueItem::letter)
        .toList();
  }

  @Test
  void aCountThatWasChangedByHandIsFoundByTheAudit() {
    waiting("one");
    assertThat(ledger().verify()).isEmpty();
    database.doInTransaction(() -> database.sql("UPDATE state_count SET n = n + 1").update());
    assertThat(ledger().verify().orElseThrow()).contains("waiting").contains("off by 1");
  }

  @Test
  void lettersThatAreErasedAreNotCounted() {
    long letter = TestLetters.keep(database);
    long before = ledger().account().received();
    database.doInTransaction(
        () -> database.sql("DELETE FROM letter WHERE id = ?").param(letter).update());
    assertThat(ledger().account().received()).isEqualTo(before - 1);
  }
}
