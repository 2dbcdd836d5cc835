package org.postbag.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.database.TestDatabases;

/// A lesson is only put in force when it is not worse than the one before.
class LessonInForceTest {
  private static final int KNOWN = 60;

  private final Database database = TestDatabases.sqlite();
  private final Matching matching = Postbag.matching();
  private final Learning learning = Postbag.learning(database, matching);

  @AfterEach
  void close() {
    database.close();
  }

  private Learning.Version learned() {
    Postbag.decide(database, learning, 0, KNOWN);
    return learning.learn().orElseThrow();
  }

  /// Clicks on the wrong topic: letters on schools are said to be on Calais.
  private void mistake(int from, int count) {
    for (int i = from; i < from + 3 * count; i++) {
      if (Postbag.truth(i).equals(Topics.SCHOOLS.id())) {
        learning.decided(Postbag.keep(database, i), Optional.of(Topics.CALAIS.id()));
      }
    }
  }

  @Test
  void mistakenDecisionsAreNotLearned() {
    Learning.Version before = learned();
    TopicMatcher inForce = matching.matcher();
    long recognised = Postbag.recognised(matching, 100, 160);

    mistake(KNOWN, 20);
    assertThat(learning.learn()).isEmpty();
    mistake(KNOWN + 60, 20);

    assertThat(learning.learn()).isEmpty();
    assertThat(learning.current()).contains(before);
    assertThat(matching.matcher()).isSameAs(inForce);
    assertThat(Postbag.recognised(matching, 100, 160)).isEqualTo(recognised).isGreaterThan(54);
  }

  @Test
  void theLettersThatWerePerhapsDecidedByMistakeAreNamedUntilSomethingIsLearned() {
    learned();
    mistake(KNOWN, 20);
    assertThat(learning.refused()).isEmpty();
    learning.learn();

    Refusal refused = learning.refused().orElseThrow();

    assertThat(refused.letters()).hasSize(5).allSatisfy(l -> assertThat(l).isGreaterThan(KNOWN));
    assertThat(Refusal.last(database)).contains(refused);
    for (int i = 0; i < 60; i += 3) {
      long letter = KNOWN + 1L + i / 3;
      learning.decided(letter, Optional.of(Topics.SCHOOLS.id()));
    }
    assertThat(learning.learn()).isPresent();
    assertThat(learning.refused()).isEmpty();
  }

  @Test
  void withoutTheComparisonTheyWouldMakeMatchingWorse() {
    learned();
    long recognised = Postbag.recognised(matching, 100, 160);
    mistake(KNOWN, 40);

    learning.resume(Long.MAX_VALUE);

    assertThat(Postbag.recognised(matching, 100, 160)).isLessThan(recognised);
  }

  @Test
  void rightDecisionsAreLearned() {
    learned();

    Postbag.decide(database, learning, KNOWN, KNOWN + 20);

    assertThat(learning.learn()).map(Learning.Version::examples).contains(KNOWN + 20);
  }

  @Test
  void mistakesThatArePutRightAreLearnedFrom() {
    learned();
    mistake(KNOWN, 20);
    assertThat(learning.learn()).isEmpty();

    for (int letter = KNOWN + 1; letter <= KNOWN + 20; letter++) {
      learning.decided(letter, Optional.of(Topics.SCHOOLS.id()));
    }

    assertThat(learning.learn()).map(Learning.Version::examples).contains(KNOWN + 20);
    assertThat(Postbag.recognised(matching, 100, 160)).isGreaterThan(54);
  }

  @Test
  void peopleWhoGoOnDecidingSoAreBelieved() {
    learned();
    for (int batch = 0; batch < 5; batch++) {
      mistake(KNOWN + batch * 60, 20);
      learning.learn();
    }

    assertThat(learning.current()).map(Learning.Version::examples).contains(KNOWN + 100);
  }

  @Test
  void whatAnotherMatchesWorseIsSaidWithFigures() {
    learned();
    mistake(KNOWN, 20);

    Lesson.Outcome outcome = matching.trainAndValidate(learning.examples(Long.MAX_VALUE));

    assertThat(outcome.rejectionReason().orElseThrow())
        .matches(".*of 80 letters kept back it answers \\d+ rightly, a new one \\d+; of the 60 .*");
  }

  @Test
  void lettersThatCameBeforeTheLessonWasThereAreMatchedAgain() throws Exception {
    learned();
    CountDownLatch again = new CountDownLatch(1);
    Matching next = Postbag.matching();

    Thread thread = Postbag.learning(database, next).start(Duration.ofDays(1), again::countDown);
    boolean told = again.await(30, TimeUnit.SECONDS);
    thread.interrupt();
    thread.join();

    assertThat(told).isTrue();
    assertThat(Postbag.probabilities(next.matcher()))
        .isEqualTo(Postbag.probabilities(matching.matcher()));
  }
}
