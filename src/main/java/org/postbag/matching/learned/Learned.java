package org.postbag.matching.learned;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postbag.matching.meaning.OwnSenses;
import org.postbag.matching.meaning.Sense;
import org.postbag.matching.words.Vector;

/// Everything learned about a set of topics; immutable.
///
/// @param profiles each topic's own words
/// @param renewal what became of these since all was learned
/// @param centres the middle of each topic as it was learned
/// @param features what each feature says for each topic
/// @param weights how much each counts
/// @param accuracy share of the examples that are recognised when they are kept back, 0 to 1; not a
///   number when there are too few to tell
/// @param meant null where nothing is known of meaning
public record Learned(
    Profiles profiles,
    Renewal renewal,
    Centres centres,
    FeatureTable features,
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
    Centres centres = Centres.of(profiles, profiles.stream().map(p -> List.<Vector>of()).toList());
    Vocabulary vocabulary = Vocabulary.of(profiles);
    int[] labels = IntStream.range(0, profiles.size()).toArray();
    Regression none = Regression.none(labels.length, vocabulary);
    Profiles own = Profiles.of(profiles);
    return new Learned(
        own,
        Renewal.none(own),
        centres,
        FeatureTable.of(profiles, labels, vocabulary, centres.parts(), none),
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
    List<Vector> texts = new ArrayList<>(profiles);
    List<Integer> labels = new ArrayList<>(IntStream.range(0, profiles.size()).boxed().toList());
    List<List<Vector>> members = new ArrayList<>();
    profiles.forEach(p -> members.add(new ArrayList<>()));
    for (Sample sample : samples) {
      if (sample.label() != Sample.NONE) {
        texts.add(sample.text());
        labels.add(sample.label());
        members.get(sample.label()).add(sample.text());
      }
    }
    Centres centres = Centres.of(profiles, members);
    Profiles own = Profiles.of(profiles);
    return new Learned(
        own,
        Renewal.none(own),
        centres,
        features(profiles.size(), texts, labels.stream().mapToInt(l -> l).toArray(), centres),
        weights.words(),
        Double.NaN,
        meant(senses, samples, weights.meaning()));
  }

  private static FeatureTable features(
      int topics, List<Vector> texts, int[] labels, Centres centres) {
    Vocabulary vocabulary = Vocabulary.of(texts);
    Regression regression =
        Regression.fit(topics, texts, labels, vocabulary, Regression.Settings.MEASURED);
    return FeatureTable.of(texts, labels, vocabulary, centres.parts(), regression);
  }

  /// The same for other topics, without learning: those that stay keep what was learned.
  ///
  /// @param profiles each topic's own words
  /// @param senses what these mean; empty where nothing is known of meaning
  /// @param before the number each topic had before, [Sample#NONE] for a new one
  public Learned carriedOver(List<Vector> profiles, OwnSenses senses, int[] before) {
    Profiles own = Profiles.of(profiles);
    return new Learned(
        own,
        renewal.carriedOver(own, before, centres, features),
        centres.carriedOver(before),
        features.carriedOver(before),
        weights,
        accuracy,
        meant == null || senses.isEmpty()
            ? null
            : new Meant(meant.senses().carriedOver(senses, before), meant.weights()));
  }

  /// A text with its features found here, for all that follows.
  public Placed place(Vector text) {
    return features.place(text);
  }

  /// What a letter's features say for each topic.
  ///
  /// @param text as [#place] gives it
  Said said(Placed text) {
    return said(text, profiles.cosines(text.text()));
  }

  private Said said(Placed text, IntToDoubleFunction own) {
    Said said = features.said(text);
    renewal.renew(said.cosines(), text.text(), own);
    return said;
  }

  /// How the topics stand for a letter by its words.
  ///
  /// @param text as [#place] gives it
  /// @param keywords keyword evidence of each topic; minus infinity for one that is excluded
  public Standing standing(Placed text, double[] keywords) {
    IntToDoubleFunction own = profiles.cosines(text.text());
    Said said = said(text, own);
    return new Standing(
        weights.fusion(),
        keywords,
        said.cosines(),
        centres.reaches(),
        own,
        said.scores(),
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
  /// @param against [Sample#NONE] for none
  public float[] slopes(Fusion fusion, Placed text, int topic, int against) {
    float[] slopes = features.slopes(renewal.lead(fusion, topic, against), text);
    renewal.addTo(slopes, fusion.centre(), topic, profiles, text.text());
    renewal.addTo(slopes, -fusion.centre(), against, profiles, text.text());
    return slopes;
  }

  /// What one unit of a feature in one of its examples adds to the cosine to a topic.
  public float slopeOfExample(int ofTopic) {
    return centres.parts()[ofTopic] * renewal.kept(ofTopic);
  }
}
