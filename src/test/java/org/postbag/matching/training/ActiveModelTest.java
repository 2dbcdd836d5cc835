package org.postbag.matching.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.database.TestDatabases;
import org.postbag.matching.Matching;
import org.postbag.matching.TestMatching;
import org.postbag.matching.TopicMatcher;
import org.postbag.matching.Topics;

/// A model is only put in force when it is not worse than the one before.
class ActiveModelTest {
  private static final int KNOWN = 60;

  private final Database database = TestDatabases.sqlite();
  private final Matching matching = TestMatching.matching();
  private final TrainingService trainingService = TestMatching.learning(database, matching);

  @AfterEach
  void close() {
    database.close();
  }

  private TrainingService.Version learned() {
    TestMatching.decide(database, trainingService, 0, KNOWN);
    return trainingService.train().orElseThrow();
  }

  /// Clicks on the wrong topic: letters on schools are said to be on Calais.
  private void mistake(int from, int count) {
    for (int i = from; i < from + 3 * count; i++) {
      if (TestMatching.truth(i).equals(Topics.SCHOOLS.id())) {
        trainingService.addDecision(
            TestMatching.keep(database, i), Optional.of(Topics.CALAIS.id()));
      }
    }
  }

  @Test
  void mistakenDecisionsAreNotLearned() {
    TrainingService.Version before = learned();
    TopicMatcher inForce = matching.matcher();
    long recognised = TestMatching.recognised(matching, 100, 160);

    mistake(KNOWN, 20);
    assertThat(trainingService.train()).isEmpty();
    mistake(KNOWN + 60, 20);

    assertThat(trainingService.train()).isEmpty();
    assertThat(trainingService.current()).contains(before);
    assertThat(matching.matcher()).isSameAs(inForce);
    assertThat(TestMatching.recognised(matching, 100, 160)).isEqualTo(recognised).isGreaterThan(54);
  }

  @Test
  void theLettersThatWerePerhapsDecidedByMistakeAreNamedUntilSomethingIsLearned() {
    learned();
    mistake(KNOWN, 20);
    assertThat(trainingService.lastRejected()).isEmpty();
    trainingService.train();

    RejectedModel refused = trainingService.lastRejected().orElseThrow();

    assertThat(refused.letters()).hasSize(5).allSatisfy(l -> assertThat(l).isGreaterThan(KNOWN));
    assertThat(RejectedModel.last(database)).contains(refused);
    for (int i = 0; i < 60; i += 3) {
      long letter = KNOWN + 1L + i / 3;
      trainingService.addDecision(letter, Optional.of(Topics.SCHOOLS.id()));
    }
    assertThat(trainingService.train()).isPresent();
    assertThat(trainingService.lastRejected()).isEmpty();
  }

  @Test
  void withoutTheComparisonTheyWouldMakeMatchingWorse() {
    learned();
    long recognised = TestMatching.recognised(matching, 100, 160);
    mistake(KNOWN, 40);

    trainingService.resume(Long.MAX_VALUE);

    assertThat(TestMatching.recognised(matching, 100, 160)).isLessThan(recognised);
  }

  @Test
  void rightDecisionsAreLearned() {
    learned();

    TestMatching.decide(database, trainingService, KNOWN, KNOWN + 20);

    assertThat(trainingService.train()).map(TrainingService.Version::examples).contains(KNOWN + 20);
  }

  @Test
  void mistakesThatArePutRightAreLearnedFrom() {
    learned();
    mistake(KNOWN, 20);
    assertThat(trainingService.train()).isEmpty();

    for (int letter = KNOWN + 1; letter <= KNOWN + 20; letter++) {
      trainingService.addDecision(letter, Optional.of(Topics.SCHOOLS.id()));
    }

    assertThat(trainingService.train()).map(TrainingService.Version::examples).contains(KNOWN + 20);
    assertThat(TestMatching.recognised(matching, 100, 160)).isGreaterThan(54);
  }

  @Test
  void peopleWhoGoOnDecidingSoAreBelieved() {
    learned();
    for (int batch = 0; batch < 5; batch++) {
      mistake(KNOWN + batch * 60, 20);
      trainingService.train();
    }

    assertThat(trainingService.current())
        .map(TrainingService.Version::examples)
        .contains(KNOWN + 100);
  }

  @Test
  void whatAnotherMatchesWorseIsSaidWithFigures() {
    learned();
    mistake(KNOWN, 20);

    Trainer.Outcome outcome = matching.trainAndValidate(trainingService.examples(Long.MAX_VALUE));

    assertThat(outcome.rejectionReason().orElseThrow())
        .matches(".*of 80 letters kept back it answers \\d+ rightly, a new one \\d+; of the 60 .*");
  }

  @Test
  void lettersThatCameBeforeTheModelWasThereAreMatchedAgain() throws Exception {
    learned();
    CountDownLatch again = new CountDownLatch(1);
    Matching next = TestMatching.matching();

    Thread thread =
        TestMatching.learning(database, next).start(Duration.ofDays(1), again::countDown);
    boolean told = again.await(30, TimeUnit.SECONDS);
    thread.interrupt();
    thread.join();

    assertThat(told).isTrue();
    assertThat(TestMatching.probabilities(next.matcher()))
        .isEqualTo(TestMatching.probabilities(matching.matcher()));
  }
}
