package org.postbag.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.postbag.classifier.embedding.LabelEmbeddings;
import org.postbag.classifier.text.SparseVector;

/// One learning from decided letters, with the trials that tell what it is worth.
public final class TrainingRun {
  /// Below this many decided letters the shipped weights are used.
  private static final int ENOUGH_TO_FIT = 30;

  private static final double PENALTY = 0.5;

  /// With fewer letters than this it matters which of them, and which topics, are kept back
  /// together: then it is done several times.
  private static final int FEW = 300;

  private static final int ROUNDS_WITH_FEW = 3;

  private final List<SparseVector> profiles;
  private final List<LabelledText> samples;
  private final CrossValidation crossValidation;
  private final List<ValidationCase> trials;
  private final LabelEmbeddings senses;
  private final Weights.Pair weights;

  /// @param profiles each topic's own words
  /// @param senses what these mean; empty where nothing is known of meaning
  public TrainingRun(List<SparseVector> profiles, LabelEmbeddings senses, List<LabelledText> samples) {
    this(profiles, senses, samples, Weights.WITH_EXAMPLES);
  }

  /// @param prior what is used below enough letters, and what a fit is held near
  TrainingRun(List<SparseVector> profiles, LabelEmbeddings senses, List<LabelledText> samples, Weights.Pair prior) {
    this.profiles = profiles;
    this.senses = senses;
    this.samples = samples;
    this.crossValidation = new CrossValidation(profiles, senses, samples);
    this.trials = crossValidation.trials();
    this.weights = samples.size() < ENOUGH_TO_FIT ? prior : prior.fitted(toFit(), PENALTY);
  }

  /// Several rounds together tell no more than each letter once.
  List<ValidationCase> toFit() {
    int rounds = samples.size() < FEW ? ROUNDS_WITH_FEW : 1;
    List<ValidationCase> all = new ArrayList<>(trials);
    for (int round = 1; round < rounds; round++) {
      all.addAll(new CrossValidation(profiles, senses, samples, round).trials());
    }
    return all.stream().map(validationCase -> validationCase.weighing(validationCase.weight() / rounds)).toList();
  }

  /// Those that letters kept back are answered with.
  private Weights used() {
    return senses.isEmpty() ? weights.words() : weights.meaning();
  }

  /// What is learned from all the letters together.
  public TopicModel learned() {
    TopicModel all = TopicModel.fit(profiles, senses, samples, weights);
    return new TopicModel(
        all.labelVectors(),
        all.labelUpdate(),
        all.centroids(),
        all.features(),
        all.weights(),
        accuracy(),
        all.embeddingModel());
  }

  private double accuracy() {
    List<ValidationCase> known = trials.stream().filter(ValidationCase::inScope).toList();
    return (double) known.stream().filter(this::isRecognised).count() / known.size();
  }

  private boolean isRecognised(ValidationCase validationCase) {
    return validationCase.standing(used().fusion()).best().equals(OptionalInt.of(validationCase.truth()));
  }

  /// This lesson beside the one in force. Both learn without some of the letters and answer these,
  /// the same for both, in the same folds.
  ///
  /// @param taught what the lesson in force was told of each letter, empty for nothing
  /// @param inForce its weights
  public ModelComparison against(List<Taught> taught, Weights inForce) {
    int[] labels = taught.stream().mapToInt(Taught::label).toArray();
    List<ValidationCase> before = new CrossValidation(profiles, senses, samples, labels).trials();
    ModelComparison modelComparison = ModelComparison.NONE;
    for (int i = 0; i < trials.size(); i++) {
      int letter = crossValidation.tried().get(i);
      int label = samples.get(letter).label();
      // A letter whose topic was left out is odd for the rehearsal only.
      if (trials.get(i).inScope() || label == LabelledText.NONE) {
        boolean old = taught.get(letter).equals(new Taught(true, label));
        modelComparison = modelComparison.plus(old, before.get(i).isRight(inForce), trials.get(i).isRight(used()));
      }
    }
    return modelComparison;
  }

  /// What a lesson was told of a letter.
  ///
  /// @param label the topic, or [LabelledText#NONE] for "none of them" or when nothing was told
  public record Taught(boolean told, int label) {
    /// Of a letter that it does not know.
    public static final Taught NOTHING = new Taught(false, LabelledText.NONE);
  }
}
