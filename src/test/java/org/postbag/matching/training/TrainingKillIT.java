package org.postbag.matching.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.catalog.Topic;
import org.postbag.classifier.text.Passage;
import org.postbag.database.Child;
import org.postbag.database.ChildProgram;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.database.DeathAt;
import org.postbag.database.WatchedDatabase;
import org.postbag.matching.Example;
import org.postbag.matching.Matching;
import org.postbag.matching.TestMatching;
import org.postbag.matching.TopicMatcher;
import org.postbag.matching.Topics;

/// Learning through SIGKILLs: at every step of a model, and after a number of statements that
/// chance chooses.
class TrainingKillIT {
  private static final int DECISIONS_PER_MODEL = 20;
  private static final int KILLS = 10;

  /// About the statements of three models, each told before and after.
  private static final int MOST_STATEMENTS = 360;

  @TempDir private Path data;

  /// The steps of a model: a statement after another.
  enum Step {
    DECIDED("INSERT INTO topic_decision", "after COMMIT"),
    BEFORE_MODEL("", "before INSERT INTO topic_lesson"),
    MODEL_WRITTEN("", "after INSERT INTO topic_lesson"),
    LEARNED("INSERT INTO topic_lesson", "after COMMIT");

    private final String armedBy;
    private final String at;

    Step(String armedBy, String at) {
      this.armedBy = armedBy;
      this.at = at;
    }

    Consumer<String> death() {
      return new DeathAt(Pattern.compile(armedBy), Pattern.compile(at));
    }
  }

  /// The process that is killed: it decides letters and learns from them, again and again.
  /// Arguments: the data folder, and a [Step] at which it dies, or `never`; then it prints
  /// `statement` before and after each.
  static final class Learner {
    private Learner() {}

    public static void main(String[] arguments) {
      DatabaseSettings settings = DatabaseSettings.in(Path.of(arguments[0]));
      try (Database database = WatchedDatabase.open(settings, death(arguments[1]))) {
        TrainingService trainingService = TestMatching.learning(database, TestMatching.matching());
        trainingService.resume();
        System.out.println("learning");
        while (true) {
          trainingService.train();
          int decided = decisions(database);
          database.doInTransaction(() ->
              TestMatching.decide(
                  database, trainingService, decided, decided + DECISIONS_PER_MODEL));
        }
      }
    }

    private static Consumer<String> death(String step) {
      return step.equals("never")
          ? _ -> System.out.println("statement")
          : Step.valueOf(step).death();
    }
  }

  private static int decisions(Database database) {
    return database.sql("SELECT COUNT(*) FROM topic_decision").query(Integer.class).single();
  }

  @ParameterizedTest
  @EnumSource
  void killedAtAStepOfAModelTheLastFinishedOneIsInForce(Step step) throws Exception {
    diedAt(Step.LEARNED);
    diedAt(step);

    assertThat(inForce())
        .isEqualTo(step == Step.LEARNED ? 2 * DECISIONS_PER_MODEL : DECISIONS_PER_MODEL);
    try (Database database = Database.open(DatabaseSettings.in(data))) {
      assertThat(decisions(database)).isEqualTo(2 * DECISIONS_PER_MODEL);
    }
  }

  @Test
  void afterEveryKillTheLastFinishedModelIsInForce() throws Exception {
    Random chance = new Random(12);
    diedAt(Step.LEARNED);
    int before = inForce();
    for (int kill = 0; kill < KILLS; kill++) {
      killedAfter(chance.nextInt(1, MOST_STATEMENTS));
      int now = inForce();
      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
    }
    assertThat(before)
        .as("letters learned from between the kills")
        .isGreaterThan(DECISIONS_PER_MODEL);
  }

  /// Starts again, and looks whether what is in force is a whole model.
  ///
  /// @return how many letters it was learned from
  private int inForce() {
    try (Database database = Database.open(DatabaseSettings.in(data))) {
      Matching matching = TestMatching.matching();
      TrainingService trainingService = TestMatching.learning(database, matching);
      trainingService.resume();

      int examples = trainingService.current().map(TrainingService.Version::examples).orElse(0);
      assertThat(TestMatching.probabilities(matching.matcher()))
          .isEqualTo(TestMatching.probabilities(taught(examples)));
      return examples;
    }
  }

  /// A matcher that learned from as many letters, without any database.
  private static TopicMatcher taught(int letters) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < letters; i++) {
      examples.add(
          new Example(Optional.of(TestMatching.truth(i)), Passage.of(TestMatching.text(i))));
    }
    var catalog = Topics.catalog(TestMatching.TOPICS.toArray(Topic[]::new));
    return letters == 0 ? TopicMatcher.of(catalog) : new Trainer(catalog).train(examples);
  }

  private void diedAt(Step step) throws Exception {
    Child learner = Child.start(ChildProgram.of(Learner.class, data, step));
    assertThat(learner.end()).as("%s was reached", step).isEqualTo(Child.KILLED);
  }

  private void killedAfter(int statements) throws Exception {
    Child learner =
        Child.start(ChildProgram.of(Learner.class, data, "never"))
            .untilPrinted("learning", 1)
            .killAfter("statement", statements);
    assertThat(learner.end()).as("it was still learning").isEqualTo(Child.KILLED);
  }
}
