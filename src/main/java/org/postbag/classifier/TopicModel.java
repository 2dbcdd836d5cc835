package org.postbag.classifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postbag.classifier.embedding.Embedding;
import org.postbag.classifier.embedding.LabelEmbeddings;
import org.postbag.classifier.text.SparseVector;

/// Everything learned about a set of topics; immutable.
///
/// @param labelVectors each topic's own words
/// @param labelUpdate what became of these since all was learned
/// @param centroids the middle of each topic as it was learned
/// @param features what each feature says for each topic
/// @param weights how much each counts
/// @param accuracy share of the examples that are recognised when they are kept back, 0 to 1; not a
///   number when there are too few to tell
/// @param embeddingModel null where nothing is known of meaning
public record TopicModel(
    LabelVectors labelVectors,
    LabelUpdate labelUpdate,
    Centroids centroids,
    FeatureTable features,
    Weights weights,
    double accuracy,
    @Nullable EmbeddingModel embeddingModel) {
  /// The topics' own words as the only knowledge.
  ///
  /// @param senses what these mean; empty where nothing is known of meaning
  public static TopicModel fromNothing(List<SparseVector> profiles, LabelEmbeddings senses) {
    return fromNothing(profiles, senses, Weights.FROM_NOTHING);
  }

  static TopicModel fromNothing(List<SparseVector> profiles, LabelEmbeddings senses, Weights.Pair weights) {
    Centroids centroids = Centroids.of(profiles, profiles.stream().map(p -> List.<SparseVector>of()).toList());
    Vocabulary vocabulary = Vocabulary.of(profiles);
    int[] labels = IntStream.range(0, profiles.size()).toArray();
    Regression none = Regression.none(labels.length, vocabulary);
    LabelVectors own = LabelVectors.of(profiles);
    return new TopicModel(
        own,
        LabelUpdate.none(own),
        centroids,
        FeatureTable.of(profiles, labels, vocabulary, centroids.parts(), none),
        weights.words(),
        Double.NaN,
        meant(senses, List.of(), weights.meaning()));
  }

  private static @Nullable EmbeddingModel meant(LabelEmbeddings senses, List<LabelledText> samples, Weights weights) {
    return senses.isEmpty() ? null : new EmbeddingModel(TopicEmbeddings.of(senses, samples), weights);
  }

  /// The weights under which trials come out best. Few letters share no word with their topic, and
  /// many that no topic fits do; so where the meaning is known, the gate is tried on those in scope
  /// once more as if they were in other words.
  static Weights weights(List<ValidationCase> trials, Weights prior, double penalty) {
    Fusion fusion = new FusionFit(trials, prior.fusion(), penalty).run();
    List<ValidationCase> all = new ArrayList<>(trials);
    trials.stream()
        .filter(validationCase -> validationCase.inScope() && validationCase.knowsMeaning())
        .map(ValidationCase::inOtherWords)
        .forEach(all::add);
    return new Weights(fusion, new InScopeGateFit(all, fusion, prior.inScopeGate(), penalty).run());
  }

  static TopicModel fit(
      List<SparseVector> profiles, LabelEmbeddings senses, List<LabelledText> samples, Weights.Pair weights) {
    List<SparseVector> texts = new ArrayList<>(profiles);
    List<Integer> labels = new ArrayList<>(IntStream.range(0, profiles.size()).boxed().toList());
    List<List<SparseVector>> members = new ArrayList<>();
    profiles.forEach(p -> members.add(new ArrayList<>()));
    for (LabelledText labelledText : samples) {
      if (labelledText.label() != LabelledText.NONE) {
        texts.add(labelledText.text());
        labels.add(labelledText.label());
        members.get(labelledText.label()).add(labelledText.text());
      }
    }
    Centroids centroids = Centroids.of(profiles, members);
    LabelVectors own = LabelVectors.of(profiles);
    return new TopicModel(
        own,
        LabelUpdate.none(own),
        centroids,
        features(profiles.size(), texts, labels.stream().mapToInt(l -> l).toArray(), centroids),
        weights.words(),
        Double.NaN,
        meant(senses, samples, weights.meaning()));
  }

  private static FeatureTable features(
      int topics, List<SparseVector> texts, int[] labels, Centroids centroids) {
    Vocabulary vocabulary = Vocabulary.of(texts);
    Regression regression =
        Regression.fit(topics, texts, labels, vocabulary, Regression.Settings.MEASURED);
    return FeatureTable.of(texts, labels, vocabulary, centroids.parts(), regression);
  }

  /// The same for other topics, without learning: those that stay keep what was learned.
  ///
  /// @param profiles each topic's own words
  /// @param senses what these mean; empty where nothing is known of meaning
  /// @param before the number each topic had before, [LabelledText#NONE] for a new one
  public TopicModel carriedOver(List<SparseVector> profiles, LabelEmbeddings senses, int[] before) {
    LabelVectors own = LabelVectors.of(profiles);
    return new TopicModel(
        own,
        labelUpdate.carriedOver(own, before, centroids, features),
        centroids.carriedOver(before),
        features.carriedOver(before),
        weights,
        accuracy,
        embeddingModel == null || senses.isEmpty()
            ? null
            : new EmbeddingModel(embeddingModel.senses().carriedOver(senses, before), embeddingModel.weights()));
  }

  /// A text with its features found here, for all that follows.
  public IndexedVector place(SparseVector text) {
    return features.place(text);
  }

  /// What a letter's features say for each topic.
  ///
  /// @param text as [#place] gives it
  RawScores said(IndexedVector text) {
    return said(text, labelVectors.cosines(text.text()));
  }

  private RawScores said(IndexedVector text, IntToDoubleFunction own) {
    RawScores rawScores = features.said(text);
    labelUpdate.renew(rawScores.cosines(), text.text(), own);
    return rawScores;
  }

  /// How the topics stand for a letter by its words.
  ///
  /// @param text as [#place] gives it
  /// @param keywords keyword evidence of each topic; minus infinity for one that is excluded
  public TopicScores standing(IndexedVector text, double[] keywords) {
    IntToDoubleFunction own = labelVectors.cosines(text.text());
    RawScores rawScores = said(text, own);
    return new TopicScores(
        weights.fusion(),
        keywords,
        rawScores.cosines(),
        centroids.reaches(),
        own,
        rawScores.scores(),
        centroids.examples(),
        Collections.nCopies(keywords.length, EmbeddingSimilarity.UNKNOWN));
  }

  /// How alike a letter's meaning is to each topic's.
  List<EmbeddingSimilarity> likeTo(LabelledText letter) {
    return embeddingModel == null || letter.sense().isEmpty()
        ? Collections.nCopies(centroids.examples().length, EmbeddingSimilarity.UNKNOWN)
        : embeddingModel.senses().likeTo(letter.sense().get());
  }

  /// Whether a letter's meaning would change how the topics stand.
  public boolean knowsMeaning() {
    return embeddingModel != null;
  }

  /// How much each kind of evidence counts where a letter's meaning is known.
  public Weights weightsWithMeaning() {
    return embeddingModel == null ? weights : embeddingModel.weights();
  }

  /// How the topics stand when the letter's meaning counts as well.
  ///
  /// @param byWords as [#standing(Placed, double\[\])] gives it
  public TopicScores standing(TopicScores byWords, Embedding letter) {
    return embeddingModel == null
        ? byWords
        : byWords.with(embeddingModel.weights().fusion(), embeddingModel.senses().likeTo(letter));
  }

  /// What one unit of each feature of a text adds to the lead of one topic's score over another's.
  ///
  /// @param against [LabelledText#NONE] for none
  public float[] slopes(Fusion fusion, IndexedVector text, int topic, int against) {
    float[] slopes = features.slopes(labelUpdate.lead(fusion, topic, against), text);
    labelUpdate.addTo(slopes, fusion.centre(), topic, labelVectors, text.text());
    labelUpdate.addTo(slopes, -fusion.centre(), against, labelVectors, text.text());
    return slopes;
  }

  /// What one unit of a feature in one of its examples adds to the cosine to a topic.
  public float slopeOfExample(int ofTopic) {
    return centroids.parts()[ofTopic] * labelUpdate.kept(ofTopic);
  }
}
