package org.postbag.classifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.postbag.classifier.embedding.LabelEmbeddings;
import org.postbag.classifier.text.SparseVector;
import org.postbag.matching.training.Trainer;

/// Fits weights for offices that have none of their own: again and again half of the topics are
/// known, with a few examples each or none, and the letters of the other half are those that no
/// topic fits.
final class Fitting {
  private static final int DRAWS = 30;
  private static final int[] EXAMPLES = {1, 2, 3, 5, 8, 12};
  private static final int MOST_TESTS_OF_A_TOPIC = 6;
  private static final double PENALTY = 0.05;

  /// A weight that falls to 0 here could not rise in an office where it is worth more.
  private static final double PENALTY_WITH_EXAMPLES = 1;

  private static final double LABEL_TEXT = 40;
  private static final int LABEL_TEXT_KIND = 6;
  private static final double CENTROID = 20;
  private static final int CENTROID_KIND = 1;

  private static final Weights START =
      new Weights(new Fusion(0.5, 40, 0.5), InScopeGate.of(new double[] {-4, 9, 1}));
  private static final Weights START_WITH_MEANING =
      new Weights(
          new Fusion(0.5, 40, 0.5, 10, 0.5, 5, 0, 15),
          InScopeGate.of(new double[] {-12, 9, 1, 0, 12, -5, 40}));

  private final Trainer.TrainingData material;
  private final List<Integer> topics;

  /// @param topics the numbers of the topics that take part
  Fitting(Trainer.TrainingData material, List<Integer> topics) {
    this.material = material;
    this.topics = topics;
  }

  /// @param withExamples true for weights that are used where there are some
  Weights.Pair weights(boolean withExamples) {
    return fit(cases(withExamples), withExamples);
  }

  /// @param cases of one register or several
  static Weights.Pair fit(List<ValidationCase> cases, boolean withExamples) {
    Weights.Pair start =
        withExamples
            ? new Weights.Pair(withLabelText(START), withLabelText(START_WITH_MEANING))
            : new Weights.Pair(START, START_WITH_MEANING);
    Weights.Pair fitted = start.fitted(cases, withExamples ? PENALTY_WITH_EXAMPLES : PENALTY);
    return withExamples
        ? new Weights.Pair(settled(fitted.words()), settled(fitted.withEmbedding()))
        : new Weights.Pair(
            settled(withLabelText(fitted.words(), 0)),
            settled(withLabelText(fitted.withEmbedding(), 0)));
  }

  /// Without examples a label's text is its centroid, and counts once.
  private static Weights withLabelText(Weights weights, double labelText) {
    double[] fusion = weights.fusion().values();
    fusion[LABEL_TEXT_KIND] = labelText;
    return new Weights(Fusion.of(fusion), weights.inScopeGate());
  }

  private static Weights withLabelText(Weights weights) {
    double[] fusion = weights.fusion().values();
    fusion[LABEL_TEXT_KIND] = LABEL_TEXT;
    fusion[CENTROID_KIND] = CENTROID;
    return new Weights(Fusion.of(fusion), weights.inScopeGate());
  }

  /// Held-out cases of all draws, weighed as each letter once.
  List<ValidationCase> cases(boolean withExamples) {
    List<ValidationCase> cases = new ArrayList<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      int examples = withExamples ? EXAMPLES[draw % EXAMPLES.length] : 0;
      cases.addAll(cases(new Random(draw), examples));
    }
    return weighed(cases);
  }

  private List<ValidationCase> weighed(List<ValidationCase> cases) {
    long letters =
        material.samples().stream()
            .filter(s -> s.label() == LabelledText.NONE || topics.contains(s.label()))
            .count();
    return once(CaseWeights.of(cases, CaseWeights.assumedOutOfScope(topics.size() / 2)), letters);
  }

  /// The draws show the same letters again and again: together they tell no more than each letter
  /// once, or the fit would be too sure of letters on other topics.
  static List<ValidationCase> once(List<ValidationCase> cases, long letters) {
    double share = (double) letters / cases.size();
    return cases.stream().map(t -> t.withWeight(share * t.weight())).toList();
  }

  /// Weights are shipped to where other topics are.
  private static Weights settled(Weights fitted) {
    return new Weights(fitted.fusion(), InScopeGate.of(fitted.inScopeGate().values()));
  }

  private List<ValidationCase> cases(Random random, int examples) {
    List<Integer> order = new ArrayList<>(topics);
    Collections.shuffle(order, random);
    List<Integer> known = order.subList(0, topics.size() / 2);
    List<LabelledText> letters = new ArrayList<>(material.samples());
    letters.removeIf(
        letter -> letter.label() != LabelledText.NONE && !topics.contains(letter.label()));
    Collections.shuffle(letters, random);
    List<LabelledText> lessons = new ArrayList<>();
    List<LabelledText> tests = new ArrayList<>();
    Map<Integer, Integer> taken = new HashMap<>();
    for (LabelledText letter : letters) {
      int place = known.indexOf(letter.label());
      int count = taken.merge(letter.label(), 1, Integer::sum);
      if (place >= 0 && count <= examples) {
        lessons.add(letter.withLabel(place));
      } else if (letter.label() == LabelledText.NONE
          || count <= MOST_TESTS_OF_A_TOPIC + (place >= 0 ? examples : 0)) {
        tests.add(letter);
      }
    }
    TopicModel model = learn(known, lessons);
    return tests.stream()
        .map(
            test -> CrossValidation.validationCase(model, test, known, known.indexOf(test.label())))
        .toList();
  }

  private TopicModel learn(List<Integer> known, List<LabelledText> lessons) {
    List<SparseVector> profiles = known.stream().map(material.profiles()::get).toList();
    LabelEmbeddings senses = material.senses().of(known);
    return lessons.isEmpty()
        ? TopicModel.untrained(profiles, senses)
        : TopicModel.fit(profiles, senses, lessons, new Weights.Pair(START, START_WITH_MEANING));
  }
}
