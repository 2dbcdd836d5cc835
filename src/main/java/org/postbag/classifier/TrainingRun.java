package org.postbag.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.postbag.classifier.embedding.LabelEmbeddings;
import org.postbag.classifier.text.SparseVector;

/// Trains a [TopicModel] and cross-validates it: fusion, gate and accuracy come from held-out
/// cases, the final table from all examples.
public final class TrainingRun {
  /// With fewer examples the prior weights are used as they are.
  private static final int MIN_SAMPLES_TO_FIT = 30;

  private static final double PENALTY = 0.5;

  /// Below this size the outcome depends on which examples and labels share a fold, so several
  /// rounds with different folds are pooled.
  private static final int SMALL_SET = 300;

  private static final int ROUNDS_FOR_SMALL_SET = 3;

  private final List<SparseVector> labelTexts;
  private final List<LabelledText> samples;
  private final CrossValidation crossValidation;
  private final List<ValidationCase> cases;
  private final LabelEmbeddings labelEmbeddings;
  private final Weights.Pair weights;

  /// Cross-validates at once; the cost is one training per fold and round.
  ///
  /// @param labelTexts the vector of each label's text, in label order
  /// @param labelEmbeddings their embeddings; [LabelEmbeddings#UNKNOWN] without a sentence model
  /// @param samples the examples, out-of-scope ones included
  public TrainingRun(
      List<SparseVector> labelTexts, LabelEmbeddings labelEmbeddings, List<LabelledText> samples) {
    this(labelTexts, labelEmbeddings, samples, Weights.WITH_EXAMPLES);
  }

  /// @param prior the weights below [#MIN_SAMPLES_TO_FIT] examples, and the centre of the penalty
  ///   above
  TrainingRun(
      List<SparseVector> labelTexts,
      LabelEmbeddings labelEmbeddings,
      List<LabelledText> samples,
      Weights.Pair prior) {
    this.labelTexts = labelTexts;
    this.labelEmbeddings = labelEmbeddings;
    this.samples = samples;
    this.crossValidation = new CrossValidation(labelTexts, labelEmbeddings, samples);
    this.cases = crossValidation.cases();
    this.weights =
        samples.size() < MIN_SAMPLES_TO_FIT ? prior : prior.fitted(casesToFit(), PENALTY);
  }

  /// The held-out cases of all rounds. Each round has a weight of 1/rounds, because repeated rounds
  /// carry no more information than one look at each example.
  List<ValidationCase> casesToFit() {
    int rounds = samples.size() < SMALL_SET ? ROUNDS_FOR_SMALL_SET : 1;
    List<ValidationCase> all = new ArrayList<>(cases);
    for (int round = 1; round < rounds; round++) {
      all.addAll(new CrossValidation(labelTexts, labelEmbeddings, samples, round).cases());
    }
    return all.stream()
        .map(validationCase -> validationCase.withWeight(validationCase.weight() / rounds))
        .toList();
  }

  /// The weights that the held-out cases are evaluated with.
  private Weights candidateWeights() {
    return labelEmbeddings.isEmpty() ? weights.words() : weights.withEmbedding();
  }

  /// Trains the final model on all examples.
  public TopicModel train() {
    TopicModel model = TopicModel.fit(labelTexts, labelEmbeddings, samples, weights);
    return new TopicModel(
        model.labelVectors(),
        model.labelUpdate(),
        model.centroids(),
        model.features(),
        model.weights(),
        accuracy(),
        model.embeddingModel());
  }

  /// How often the predictions are right, by their probability, on the held-out cases.
  public PrecisionCurve.Pair curves() {
    List<ValidationCase> byWords = cases.stream().map(ValidationCase::withoutEmbedding).toList();
    return new PrecisionCurve.Pair(
        curve(byWords, weights.words()),
        labelEmbeddings.isEmpty() ? PrecisionCurve.NOTHING : curve(cases, weights.withEmbedding()));
  }

  private static PrecisionCurve curve(List<ValidationCase> cases, Weights weights) {
    return PrecisionCurve.of(cases.stream().map(c -> c.outcome(weights)).toList());
  }

  private double accuracy() {
    return accuracy(validationCase -> validationCase.isFirst(candidateWeights()));
  }

  /// The share of the same held-out examples that the label texts alone rank rightly.
  public double baselineAccuracy() {
    Weights.Pair untrained = Weights.WITHOUT_EXAMPLES;
    Weights used = labelEmbeddings.isEmpty() ? untrained.words() : untrained.withEmbedding();
    return accuracy(validationCase -> validationCase.isFirstByLabelTexts(used));
  }

  private double accuracy(Predicate<ValidationCase> isRight) {
    List<ValidationCase> inScope = cases.stream().filter(ValidationCase::inScope).toList();
    return (double) inScope.stream().filter(isRight).count() / inScope.size();
  }

  /// Compares this model with the active one. Both are trained without the same folds and evaluated
  /// on the same held-out cases.
  ///
  /// @param previous the label that the active model was trained with, per example
  /// @param activeWeights the active model's weights
  public ModelComparison compareWith(List<PreviousLabel> previous, Weights activeWeights) {
    int[] labels = previous.stream().mapToInt(PreviousLabel::label).toArray();
    List<ValidationCase> activeCases =
        new CrossValidation(labelTexts, labelEmbeddings, samples, labels).cases();
    ModelComparison modelComparison = ModelComparison.NONE;
    for (int i = 0; i < cases.size(); i++) {
      int sample = crossValidation.caseSamples().get(i);
      int label = samples.get(sample).label();
      // A letter whose topic was left out is odd for the rehearsal only.
      if (cases.get(i).inScope() || label == LabelledText.NONE) {
        boolean known = previous.get(sample).equals(new PreviousLabel(true, label));
        modelComparison =
            modelComparison.plus(
                known,
                activeCases.get(i).isCorrect(activeWeights),
                cases.get(i).isCorrect(candidateWeights()));
      }
    }
    return modelComparison;
  }

  /// The label an example had when the active model was trained.
  ///
  /// @param known false when the active model was trained without it
  /// @param label its label, [LabelledText#NONE] for out of scope or when it is not known
  public record PreviousLabel(boolean known, int label) {
    /// Of an example that the active model was trained without.
    public static final PreviousLabel UNKNOWN = new PreviousLabel(false, LabelledText.NONE);
  }
}
