package org.postbag.matching.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.postbag.matching.meaning.OwnSenses;
import org.postbag.matching.words.Vector;

/// One learning from decided letters, with the trials that tell what it is worth.
public final class Study {
  /// Below this many decided letters the shipped weights are used.
  private static final int ENOUGH_TO_FIT = 30;

  private static final double PENALTY = 0.5;

  /// With fewer letters than this it matters which of them, and which topics, are kept back
  /// together: then it is done several times.
  private static final int FEW = 300;

  private static final int ROUNDS_WITH_FEW = 3;

  private final List<Vector> profiles;
  private final List<Sample> samples;
  private final Rehearsal rehearsal;
  private final List<Trial> trials;
  private final OwnSenses senses;
  private final Weights.Pair weights;

  /// @param profiles each topic's own words
  /// @param senses what these mean; empty where nothing is known of meaning
  public Study(List<Vector> profiles, OwnSenses senses, List<Sample> samples) {
    this(profiles, senses, samples, Weights.WITH_EXAMPLES);
  }

  /// @param prior what is used below enough letters, and what a fit is held near
  Study(List<Vector> profiles, OwnSenses senses, List<Sample> samples, Weights.Pair prior) {
    this.profiles = profiles;
    this.senses = senses;
    this.samples = samples;
    this.rehearsal = new Rehearsal(profiles, senses, samples);
    this.trials = rehearsal.trials();
    this.weights = samples.size() < ENOUGH_TO_FIT ? prior : prior.fitted(toFit(), PENALTY);
  }

  /// Several rounds together tell no more than each letter once.
  List<Trial> toFit() {
    int rounds = samples.size() < FEW ? ROUNDS_WITH_FEW : 1;
    List<Trial> all = new ArrayList<>(trials);
    for (int round = 1; round < rounds; round++) {
      all.addAll(new Rehearsal(profiles, senses, samples, round).trials());
    }
    return all.stream().map(trial -> trial.weighing(trial.weight() / rounds)).toList();
  }

  /// Those that letters kept back are answered with.
  private Weights used() {
    return senses.isEmpty() ? weights.words() : weights.meaning();
  }

  /// What is learned from all the letters together.
  public Learned learned() {
    Learned all = Learned.fit(profiles, senses, samples, weights);
    return new Learned(
        all.profiles(),
        all.renewal(),
        all.centres(),
        all.features(),
        all.weights(),
        accuracy(),
        all.meant());
  }

  private double accuracy() {
    List<Trial> known = trials.stream().filter(Trial::inScope).toList();
    return (double) known.stream().filter(this::isRecognised).count() / known.size();
  }

  private boolean isRecognised(Trial trial) {
    return trial.standing(used().fusion()).best().equals(OptionalInt.of(trial.truth()));
  }

  /// This lesson beside the one in force. Both learn without some of the letters and answer these,
  /// the same for both, in the same folds.
  ///
  /// @param taught what the lesson in force was told of each letter, empty for nothing
  /// @param inForce its weights
  public Contest against(List<Taught> taught, Weights inForce) {
    int[] labels = taught.stream().mapToInt(Taught::label).toArray();
    List<Trial> before = new Rehearsal(profiles, senses, samples, labels).trials();
    Contest contest = Contest.NONE;
    for (int i = 0; i < trials.size(); i++) {
      int letter = rehearsal.tried().get(i);
      int label = samples.get(letter).label();
      // A letter whose topic was left out is odd for the rehearsal only.
      if (trials.get(i).inScope() || label == Sample.NONE) {
        boolean old = taught.get(letter).equals(new Taught(true, label));
        contest = contest.plus(old, before.get(i).isRight(inForce), trials.get(i).isRight(used()));
      }
    }
    return contest;
  }

  /// What a lesson was told of a letter.
  ///
  /// @param label the topic, or [Sample#NONE] for "none of them" or when nothing was told
  public record Taught(boolean told, int label) {
    /// Of a letter that it does not know.
    public static final Taught NOTHING = new Taught(false, Sample.NONE);
  }
}
