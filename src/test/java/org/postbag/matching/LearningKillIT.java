package org.postbag.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.catalog.Topic;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.matching.words.Passage;

/// Learning through SIGKILLs at moments that chance chooses.
class LearningKillIT {
  private static final int A_LESSON = 20;
  private static final int KILLS = 10;
  private static final int LONGEST_MILLIS = 1_500;

  @TempDir private Path data;

  /// The process that is killed: it decides letters and learns from them, again and again.
  static final class Learner {
    private Learner() {}

    public static void main(String[] arguments) {
      try (Database database = Database.open(DatabaseSettings.in(Path.of(arguments[0])))) {
        Learning learning = Postbag.learning(database, Postbag.matching());
        learning.resume();
        System.out.println("learning");
        while (true) {
          learning.learn();
          int decided = decisions(database);
          database.doInTransaction(
              () -> Postbag.decide(database, learning, decided, decided + A_LESSON));
        }
      }
    }
  }

  private static int decisions(Database database) {
    return database.sql("SELECT COUNT(*) FROM topic_decision").query(Integer.class).single();
  }

  @Test
  void afterEveryKillTheLastFinishedLessonIsInForce() throws Exception {
    Random chance = new Random(12);
    int before = 0;
    int whileLearning = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      killed(chance.nextInt(LONGEST_MILLIS));
      try (Database database = Database.open(DatabaseSettings.in(data))) {
        Matching matching = Postbag.matching();
        Learning learning = Postbag.learning(database, matching);
        learning.resume();

        int examples = learning.current().map(Learning.Version::examples).orElse(0);
        assertThat(examples).isGreaterThanOrEqualTo(before);
        assertThat(Postbag.probabilities(matching.matcher()))
            .isEqualTo(Postbag.probabilities(taught(examples)));
        before = examples;
        whileLearning += decisions(database) > examples ? 1 : 0;
      }
    }
    assertThat(before).as("lessons were learned").isPositive();
    assertThat(whileLearning).as("kills that met a lesson half-way").isPositive();
  }

  /// A matcher that learned from as many letters, without any database.
  private static TopicMatcher taught(int letters) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < letters; i++) {
      examples.add(new Example(Optional.of(Postbag.truth(i)), Passage.of(Postbag.text(i))));
    }
    var catalog = Topics.catalog(Postbag.TOPICS.toArray(Topic[]::new));
    return letters == 0 ? TopicMatcher.of(catalog) : new Lesson(catalog).learn(examples);
  }

  private void killed(int millis) throws Exception {
    Process learner =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Learner.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String line = learner.inputReader().readLine();
    while (line != null && !line.equals("learning")) {
      line = learner.inputReader().readLine();
    }
    Thread.sleep(millis);
    learner.destroyForcibly().waitFor();
  }
}
