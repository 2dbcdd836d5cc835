package org.postbag.matching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Passage;
import org.postbag.database.Database;
import org.postbag.database.TestLetters;
import org.postbag.email.LetterReader;
import org.postbag.intake.Intake;
import org.postbag.matching.training.TrainingService;

/// Letters on three matters, which use no keyword of their topics: what they are about can only be
/// learned.
public final class TestMatching {
  public static final List<Topic> TOPICS = List.of(Topics.CALAIS, Topics.BUSES, Topics.SCHOOLS);
  private static final int MATTERS = TOPICS.size();

  private static final List<List<String>> WHAT =
      List.of(
          List.of("the dinghies", "people smugglers", "the ferry port", "the French coast"),
          List.of("the 47", "the night service", "the last coach", "the number twelve"),
          List.of("the head", "our classrooms", "lessons in maths", "the playground"));
  private static final List<List<String>> WOE =
      List.of(
          List.of("are crossing every day", "must be stopped at sea", "need safe routes"),
          List.of("never came", "drove past the shelter", "was withdrawn on Sundays"),
          List.of("cannot afford books", "share one assistant", "has no heating in winter"));
  private static final List<String> END =
      List.of("I am ashamed.", "My mother agrees.", "It was in the paper.", "What will you do?");

  private TestMatching() {}

  public static Matching matching() {
    return new Matching(Topics.catalog(TOPICS.toArray(Topic[]::new)));
  }

  public static TrainingService learning(Database database, Matching matching) {
    return new TrainingService(
        database,
        new Intake(database, () -> Instant.EPOCH),
        matching,
        new LetterReader(),
        () -> Instant.EPOCH);
  }

  /// The letter of that number, 0 or more: three in turn are on the three matters.
  public static String text(int number) {
    int matter = number % MATTERS;
    int turn = number / MATTERS;
    String what = WHAT.get(matter).get(turn % 4);
    String other = WHAT.get(matter).get((turn / 4 + 1) % 4);
    return "Once more: %s %s. So does %s. %s"
        .formatted(what, WOE.get(matter).get(turn % 3), other, END.get(turn * 5 / 3 % 4));
  }

  /// What a letter is about in truth.
  public static TopicId truth(int number) {
    return TOPICS.get(number % MATTERS).id();
  }

  /// Keeps letters, and decides what they are about as it is.
  public static void decide(Database database, TrainingService trainingService, int from, int to) {
    for (int i = from; i < to; i++) {
      trainingService.addDecision(keep(database, i), Optional.of(truth(i)));
    }
  }

  public static long keep(Database database, int number) {
    return TestLetters.keep(database, "Ann <ann@example.org>", "", text(number));
  }

  /// How many of those letters get their topic.
  public static long recognised(Matching matching, int from, int to) {
    long right = 0;
    for (int i = from; i < to; i++) {
      Optional<TopicId> said = matching.matcher().classify(Passage.of(text(i))).topic();
      right += said.equals(Optional.of(truth(i))) ? 1 : 0;
    }
    return right;
  }

  /// What a matcher makes of thirty letters.
  public static List<Double> probabilities(TopicMatcher matcher) {
    return IntStream.range(100, 130)
        .mapToObj(i -> matcher.classify(Passage.of(text(i))).probability())
        .toList();
  }
}
