package org.postbag.classifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.postbag.classifier.embedding.LabelEmbeddings;
import org.postbag.classifier.text.SparseVector;

/// Five-fold cross-validation that also leaves labels out: each fold holds back a fifth of the
/// examples and, with four labels or more, a fifth of the labels with all their examples. To the
/// fold's model these are out-of-scope texts, which is what the gate is trained on. [TopicFolds]
/// assigns the labels.
final class CrossValidation {
  private static final int FOLDS = 5;

  /// With more examples two folds estimate the weights as well as five.
  private static final int LARGE_SET = 3000;

  private static final int FOLDS_FOR_LARGE_SET = 2;
  private static final int MIN_TOPICS_TO_LEAVE_OUT = 4;
  private static final double ASSUMPTION_EXAMPLES = 300;

  private final List<SparseVector> labelTexts;
  private final LabelEmbeddings labelEmbeddings;
  private final List<LabelledText> samples;
  private final int[] trainingLabels;
  private final int[] sampleFold;
  private final int[] topicFold;
  private final List<Integer> caseSamples = new ArrayList<>();

  /// @param labelEmbeddings [LabelEmbeddings#UNKNOWN] without a sentence model
  CrossValidation(
      List<SparseVector> labelTexts, LabelEmbeddings labelEmbeddings, List<LabelledText> samples) {
    this(labelTexts, labelEmbeddings, samples, 0);
  }

  /// @param round 0 keeps the given order; any other number seeds a shuffle, so that folds differ
  CrossValidation(
      List<SparseVector> labelTexts,
      LabelEmbeddings labelEmbeddings,
      List<LabelledText> samples,
      int round) {
    this(
        labelTexts,
        labelEmbeddings,
        samples,
        samples.stream().mapToInt(LabelledText::label).toArray(),
        round);
  }

  /// @param trainingLabels the label that each example is trained with, [LabelledText#NONE] to
  ///   leave it out; cases are still judged by the examples' own labels
  CrossValidation(
      List<SparseVector> labelTexts,
      LabelEmbeddings labelEmbeddings,
      List<LabelledText> samples,
      int[] trainingLabels) {
    this(labelTexts, labelEmbeddings, samples, trainingLabels, 0);
  }

  private CrossValidation(
      List<SparseVector> labelTexts,
      LabelEmbeddings labelEmbeddings,
      List<LabelledText> samples,
      int[] trainingLabels,
      int round) {
    this.labelTexts = labelTexts;
    this.labelEmbeddings = labelEmbeddings;
    this.samples = samples;
    this.trainingLabels = trainingLabels.clone();
    this.sampleFold = folds(labelTexts.size(), samples, round);
    TopicFolds topicFolds = new TopicFolds(TopicEmbeddings.centroids(labelEmbeddings, samples));
    this.topicFold = topicFolds.assign(order(labelTexts.size(), round), FOLDS);
  }

  /// The fold in which each example is held out: round robin within each label (stratified).
  private static int[] folds(int topics, List<LabelledText> samples, int round) {
    int[] seen = new int[topics + 1];
    int[] folds = new int[samples.size()];
    for (int i : order(folds.length, round)) {
      folds[i] = seen[samples.get(i).label() + 1]++ % FOLDS;
    }
    return folds;
  }

  private static List<Integer> order(int size, int round) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    if (round > 0) {
      Collections.shuffle(order, new Random(round));
    }
    return order;
  }

  /// The index of the example behind each case, after [#cases()].
  List<Integer> caseSamples() {
    return List.copyOf(caseSamples);
  }

  /// Trains every fold and returns its held-out cases, weighed by [CaseWeights].
  List<ValidationCase> cases() {
    caseSamples.clear();
    boolean leaveTopicsOut = labelTexts.size() >= MIN_TOPICS_TO_LEAVE_OUT;
    List<ValidationCase> cases = new ArrayList<>();
    int folds = samples.size() > LARGE_SET ? FOLDS_FOR_LARGE_SET : FOLDS;
    for (int fold = 0; fold < folds; fold++) {
      addCases(cases, fold, leaveTopicsOut);
    }
    return CaseWeights.of(cases, outOfScope());
  }

  private void addCases(List<ValidationCase> cases, int fold, boolean leaveTopicsOut) {
    int[] modelLabels = new int[labelTexts.size()];
    List<Integer> knownTopics = new ArrayList<>();
    for (int t = 0; t < modelLabels.length; t++) {
      modelLabels[t] =
          leaveTopicsOut && topicFold[t] == fold ? LabelledText.NONE : knownTopics.size();
      if (modelLabels[t] != LabelledText.NONE) {
        knownTopics.add(t);
      }
    }
    TopicModel model = fit(fold, modelLabels, knownTopics);
    for (int i = 0; i < sampleFold.length; i++) {
      int label = samples.get(i).label();
      boolean unknownTopic = label == LabelledText.NONE || modelLabels[label] == LabelledText.NONE;
      boolean outOfScope = label == LabelledText.NONE;
      if (sampleFold[i] == fold || (unknownTopic && !outOfScope)) {
        int truth =
            outOfScope
                ? LabelledText.NONE
                : unknownTopic ? ValidationCase.LEFT_OUT : modelLabels[label];
        cases.add(validationCase(model, samples.get(i), knownTopics, truth));
        caseSamples.add(i);
      }
    }
  }

  private TopicModel fit(int fold, int[] modelLabels, List<Integer> knownTopics) {
    List<LabelledText> trainingSet = new ArrayList<>();
    for (int i = 0; i < sampleFold.length; i++) {
      if (sampleFold[i] != fold
          && trainingLabels[i] != LabelledText.NONE
          && modelLabels[trainingLabels[i]] != LabelledText.NONE) {
        trainingSet.add(samples.get(i).withLabel(modelLabels[trainingLabels[i]]));
      }
    }
    List<SparseVector> texts = knownTopics.stream().map(labelTexts::get).toList();
    return TopicModel.fit(
        texts, labelEmbeddings.of(knownTopics), trainingSet, Weights.WITH_EXAMPLES);
  }

  /// The evidence that a model finds in a held-out example.
  ///
  /// @param knownTopics the labels that the model knows, in its order
  /// @param truth see [ValidationCase]
  static ValidationCase validationCase(
      TopicModel model, LabelledText sample, List<Integer> knownTopics, int truth) {
    RawScores rawScores = model.rawScores(model.index(sample.text()));
    List<EmbeddingSimilarity> similarities = model.similarities(sample);
    List<ValidationCase.TopicEvidence> evidence = new ArrayList<>();
    for (int k = 0; k < knownTopics.size(); k++) {
      double keyword = sample.keywords().get(knownTopics.get(k));
      float expectedCosine = model.centroids().expectedCosines()[k];
      int examples = model.centroids().examples()[k];
      evidence.add(
          new ValidationCase.TopicEvidence(
              keyword,
              model.labelVectors().of(k).cosine(sample.text()),
              rawScores.cosines()[k],
              expectedCosine,
              rawScores.scores()[k],
              examples,
              similarities.get(k)));
    }
    return new ValidationCase(
        evidence, t -> model.labelVectors().of(t).cosine(sample.text()), truth, 1);
  }

  /// The share of out-of-scope texts: the assumed one, or the observed one once there are enough
  /// and it is greater. A lesser one counts only among many examples, since out-of-scope texts are
  /// often left unlabelled: the assumption stands for 300 of them.
  private double outOfScope() {
    long none = samples.stream().filter(s -> s.label() == LabelledText.NONE).count();
    double assumed = CaseWeights.assumedOutOfScope(labelTexts.size());
    double blended =
        (ASSUMPTION_EXAMPLES * assumed + none) / (ASSUMPTION_EXAMPLES + samples.size());
    return none < CaseWeights.OUT_OF_SCOPE_PRIOR
        ? Math.max(CaseWeights.MIN_OUT_OF_SCOPE, blended)
        : Math.max(blended, (double) none / samples.size());
  }
}
