package org.postbag.matching.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.postbag.matching.Lesson;
import org.postbag.matching.meaning.Sense;
import org.postbag.matching.words.Vector;

/// Fits weights for offices that have none of their own: again and again half of the topics are
/// known, with a few examples each or none, and the letters of the other half are those that no
/// topic fits.
final class Fitting {
  private static final int DRAWS = 30;
  private static final int[] EXAMPLES = {1, 2, 3, 5, 8, 12};
  private static final int MOST_TESTS_OF_A_TOPIC = 6;
  private static final double PENALTY = 0.05;

  /// The draws know the same few topics again and again, so a gate that fits them is too sure of
  /// others. Divided by this, letters on topics that were held out come out likeliest ([CrossFit]).
  /// With examples it is fitted anew to the topics that there are, and then sure enough.
  private static final double TOO_SURE = 1.7;

  private static final Weights START =
      new Weights(new Fusion(0.5, 40, 0.5), new Gate(-4, 30, 1, 0.3, 0, 0, 0, 0, 0, 0));
  private static final Weights START_WITH_MEANING =
      new Weights(
          new Fusion(0.5, 40, 0.5, 20, 0.5, 5), new Gate(-12, 30, 1, 0.3, 0, 0, 0, 10, 0, 3));

  private final Lesson.Material material;
  private final List<Integer> topics;

  /// @param topics the numbers of the topics that take part
  Fitting(Lesson.Material material, List<Integer> topics) {
    this.material = material;
    this.topics = topics;
  }

  /// @param withExamples true for weights that are used where there are some
  Weights.Pair weights(boolean withExamples) {
    List<Trial> trials = new ArrayList<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      int examples = withExamples ? EXAMPLES[draw % EXAMPLES.length] : 0;
      trials.addAll(trials(new Random(draw), examples));
    }
    double odd = Rehearsal.assumedOutOfScope(topics.size() / 2);
    Weights.Pair fitted =
        new Weights.Pair(START, START_WITH_MEANING)
            .fitted(Rehearsal.balanced(trials, odd), PENALTY);
    return withExamples ? fitted : new Weights.Pair(milder(fitted.words()), fitted.meaning());
  }

  private static Weights milder(Weights fitted) {
    double[] gate = Arrays.stream(fitted.gate().values()).map(value -> value / TOO_SURE).toArray();
    return new Weights(fitted.fusion(), Gate.of(gate));
  }

  private List<Trial> trials(Random random, int examples) {
    List<Integer> order = new ArrayList<>(topics);
    Collections.shuffle(order, random);
    List<Integer> known = order.subList(0, topics.size() / 2);
    List<Sample> letters = new ArrayList<>(material.samples());
    letters.removeIf(letter -> !topics.contains(letter.label()));
    Collections.shuffle(letters, random);
    List<Sample> lessons = new ArrayList<>();
    List<Sample> tests = new ArrayList<>();
    Map<Integer, Integer> taken = new HashMap<>();
    for (Sample letter : letters) {
      int place = known.indexOf(letter.label());
      int count = taken.merge(letter.label(), 1, Integer::sum);
      if (place >= 0 && count <= examples) {
        lessons.add(letter.labelled(place));
      } else if (count <= MOST_TESTS_OF_A_TOPIC + (place >= 0 ? examples : 0)) {
        tests.add(letter);
      }
    }
    Learned model = learn(known, lessons);
    return tests.stream()
        .map(test -> Rehearsal.trial(model, test, known, known.indexOf(test.label())))
        .toList();
  }

  private Learned learn(List<Integer> known, List<Sample> lessons) {
    List<Vector> profiles = known.stream().map(material.profiles()::get).toList();
    boolean meant = !material.senses().isEmpty();
    List<Sense> senses = meant ? known.stream().map(material.senses()::get).toList() : List.of();
    return lessons.isEmpty()
        ? Learned.fromNothing(profiles, senses)
        : Learned.fit(profiles, senses, lessons, new Weights.Pair(START, START_WITH_MEANING));
  }
}
