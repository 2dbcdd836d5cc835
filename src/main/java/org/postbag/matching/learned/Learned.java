package org.postbag.matching.learned;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.matching.meaning.OwnSenses;
import org.postbag.matching.meaning.Sense;
import org.postbag.matching.words.Vector;

/// Everything learned about a set of topics; immutable.
///
/// @param profiles each topic's own words
/// @param centres the middle of each topic
/// @param regression null while there are no examples
/// @param weights how much each counts
/// @param accuracy share of the examples that are recognised when they are kept back, 0 to 1; not a
///   number when there are too few to tell
/// @param meant null where nothing is known of meaning
public record Learned(
    Profiles profiles,
    Centres centres,
    @Nullable Regression regression,
    Weights weights,
    double accuracy,
    @Nullable Meant meant) {
  /// The topics' own words as the only knowledge.
  ///
  /// @param senses what these mean; empty where nothing is known of meaning
  public static Learned fromNothing(List<Vector> profiles, OwnSenses senses) {
    return fromNothing(profiles, senses, Weights.FROM_NOTHING);
  }

  static Learned fromNothing(List<Vector> profiles, OwnSenses senses, Weights.Pair weights) {
    return new Learned(
        Profiles.of(profiles),
        Centres.of(
            profiles,
            profiles.stream().map(p -> List.<Vector>of()).toList(),
            Vocabulary.of(profiles)),
        null,
        weights.words(),
        Double.NaN,
        meant(senses, List.of(), weights.meaning()));
  }

  private static @Nullable Meant meant(OwnSenses senses, List<Sample> samples, Weights weights) {
    return senses.isEmpty() ? null : new Meant(TopicSenses.of(senses, samples), weights);
  }

  /// The weights under which trials come out best. Few letters share no word with their topic, and
  /// many that no topic fits do; so where the meaning is known, the gate is tried on those in scope
  /// once more as if they were in other words.
  static Weights weights(List<Trial> trials, Weights prior, double penalty) {
    Fusion fusion = new FusionFit(trials, prior.fusion(), penalty).run();
    List<Trial> all = new ArrayList<>(trials);
    trials.stream()
        .filter(trial -> trial.inScope() && trial.knowsMeaning())
        .map(Trial::inOtherWords)
        .forEach(all::add);
    return new Weights(fusion, new GateFit(all, fusion, prior.gate(), penalty).run());
  }

  static Learned fit(
      List<Vector> profiles, OwnSenses senses, List<Sample> samples, Weights.Pair weights) {
    List<Sample> decided = samples.stream().filter(s -> s.label() != Sample.NONE).toList();
    List<Vector> texts = decided.stream().map(Sample::text).toList();
    int[] labels = decided.stream().mapToInt(Sample::label).toArray();
    List<List<Vector>> members = new ArrayList<>();
    profiles.forEach(p -> members.add(new ArrayList<>()));
    for (int i = 0; i < labels.length; i++) {
      members.get(labels[i]).add(texts.get(i));
    }
    List<Vector> all = new ArrayList<>(profiles);
    all.addAll(texts);
    Vocabulary vocabulary = Vocabulary.of(all);
    return new Learned(
        Profiles.of(profiles),
        Centres.of(profiles, members, vocabulary),
        Regression.fit(profiles.size(), all, labels, vocabulary, Regression.Settings.MEASURED),
        weights.words(),
        Double.NaN,
        meant(senses, samples, weights.meaning()));
  }

  /// The same for other topics, without learning: those that stay keep what was learned.
  ///
  /// @param profiles each topic's own words
  /// @param senses what these mean; empty where nothing is known of meaning
  /// @param before the number each topic had before, -1 for a new one
  public Learned carriedOver(List<Vector> profiles, OwnSenses senses, int[] before) {
    return new Learned(
        Profiles.of(profiles),
        centres.carriedOver(profiles, before),
        regression == null ? null : regression.carriedOver(before),
        weights,
        accuracy,
        meant == null || senses.isEmpty()
            ? null
            : new Meant(meant.senses().carriedOver(senses, before), meant.weights()));
  }

  /// A text with its features found here, for all that follows.
  public Placed place(Vector text) {
    return centres.vocabulary().place(text);
  }

  /// How the topics stand for a letter by its words.
  ///
  /// @param text as [#place] gives it
  /// @param keywords keyword evidence of each topic; minus infinity for one that is excluded
  public Standing standing(Placed text, double[] keywords) {
    double[] scores = new double[keywords.length];
    if (regression != null) {
      float[] exact = regression.scores(text);
      for (int t = 0; t < scores.length; t++) {
        scores[t] = exact[t];
      }
    }
    return new Standing(
        weights.fusion(),
        keywords,
        centres.cosines(text),
        centres.reaches(),
        topic -> profiles.cosine(text.text(), topic),
        scores,
        centres.examples(),
        Collections.nCopies(keywords.length, Alike.UNKNOWN));
  }

  /// How alike a letter's meaning is to each topic's.
  List<Alike> likeTo(Sample letter) {
    return meant == null || letter.sense().isEmpty()
        ? Collections.nCopies(centres.examples().length, Alike.UNKNOWN)
        : meant.senses().likeTo(letter.sense().get());
  }

  /// Whether a letter's meaning would change how the topics stand.
  public boolean knowsMeaning() {
    return meant != null;
  }

  /// How much each kind of evidence counts where a letter's meaning is known.
  public Weights weightsWithMeaning() {
    return meant == null ? weights : meant.weights();
  }

  /// How the topics stand when the letter's meaning counts as well.
  ///
  /// @param byWords as [#standing(Placed, double\[\])] gives it
  public Standing standing(Standing byWords, Sense letter) {
    return meant == null
        ? byWords
        : byWords.with(meant.weights().fusion(), meant.senses().likeTo(letter));
  }

  /// What one unit of each feature of a text adds to the lead of one topic's score over another's.
  ///
  /// @param against -1 for none
  public float[] slopes(Fusion fusion, Placed text, int topic, int against) {
    float[] slopes = centres.slopes(text, topic, against);
    float[] further =
        regression == null ? new float[slopes.length] : regression.slopes(text, topic, against);
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = (float) (fusion.centre() * slopes[i] + fusion.regression() * further[i]);
    }
    return slopes;
  }
}
