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

/// A trained classifier over a fixed list of labels (topics). Immutable, safe for several threads.
///
/// It combines a centroid classifier, a multinomial logistic regression and, where a sentence model
/// is available, similarities of embeddings; see the package comment for the formulas.
///
/// @param labelVectors the current vector of each label's own text
/// @param labelUpdate how label texts have changed since training
/// @param centroids per label: example count, norm and expected cosine
/// @param features the trained table: each feature's contribution to each label's cosine and logit
/// @param weights fusion and gate for texts without an embedding
/// @param accuracy cross-validated accuracy in scope, 0 to 1; NaN when untrained or nothing could
///   be tested
/// @param embeddingModel null without embeddings
public record TopicModel(
    LabelVectors labelVectors,
    LabelUpdate labelUpdate,
    Centroids centroids,
    FeatureTable features,
    Weights weights,
    double accuracy,
    @Nullable EmbeddingModel embeddingModel) {
  /// A model without any example: the label texts are the centroids, and the shipped weights apply.
  ///
  /// @param labelTexts the vector of each label's text, in label order
  /// @param labelEmbeddings their embeddings; [LabelEmbeddings#UNKNOWN] without a sentence model
  public static TopicModel untrained(
      List<SparseVector> labelTexts, LabelEmbeddings labelEmbeddings) {
    return untrained(labelTexts, labelEmbeddings, Weights.WITHOUT_EXAMPLES);
  }

  static TopicModel untrained(
      List<SparseVector> labelTexts, LabelEmbeddings labelEmbeddings, Weights.Pair weights) {
    Centroids centroids =
        Centroids.of(labelTexts, labelTexts.stream().map(_ -> List.<SparseVector>of()).toList());
    Vocabulary vocabulary = Vocabulary.of(labelTexts);
    int[] labels = IntStream.range(0, labelTexts.size()).toArray();
    Regression untrainedRegression = Regression.none(labels.length, vocabulary);
    LabelVectors labelVectors = LabelVectors.of(labelTexts);
    return new TopicModel(
        labelVectors,
        LabelUpdate.none(labelVectors),
        centroids,
        FeatureTable.of(
            labelTexts, labels, vocabulary, centroids.inverseNorms(), untrainedRegression),
        weights.words(),
        Double.NaN,
        embeddingModel(labelEmbeddings, List.of(), weights.withEmbedding()));
  }

  private static @Nullable EmbeddingModel embeddingModel(
      LabelEmbeddings labelEmbeddings, List<LabelledText> samples, Weights weights) {
    return labelEmbeddings.isEmpty()
        ? null
        : new EmbeddingModel(TopicEmbeddings.of(labelEmbeddings, samples), weights);
  }

  /// Fits fusion first and then the gate, each as a MAP estimate around the prior. Few texts share
  /// no word with their label while many out-of-scope texts do, so where embeddings are known the
  /// gate also sees every in-scope case once as if it were paraphrased.
  ///
  /// @param penalty strength of the Gaussian prior, relative to the squared size of each prior
  ///   weight
  static Weights weights(List<ValidationCase> cases, Weights prior, double penalty) {
    Fusion fusion = new FusionFit(cases, prior.fusion(), penalty).run();
    List<ValidationCase> all = new ArrayList<>(cases);
    cases.stream()
        .filter(validationCase -> validationCase.inScope() && validationCase.hasEmbedding())
        .map(ValidationCase::paraphrased)
        .forEach(all::add);
    return new Weights(fusion, new InScopeGateFit(all, fusion, prior.inScopeGate(), penalty).run());
  }

  static TopicModel fit(
      List<SparseVector> labelTexts,
      LabelEmbeddings labelEmbeddings,
      List<LabelledText> samples,
      Weights.Pair weights) {
    List<SparseVector> texts = new ArrayList<>(labelTexts);
    List<Integer> labels = new ArrayList<>(IntStream.range(0, labelTexts.size()).boxed().toList());
    List<List<SparseVector>> members = new ArrayList<>();
    labelTexts.forEach(_ -> members.add(new ArrayList<>()));
    for (LabelledText labelledText : samples) {
      if (labelledText.label() != LabelledText.NONE) {
        texts.add(labelledText.text());
        labels.add(labelledText.label());
        members.get(labelledText.label()).add(labelledText.text());
      }
    }
    Centroids centroids = Centroids.of(labelTexts, members);
    LabelVectors labelVectors = LabelVectors.of(labelTexts);
    return new TopicModel(
        labelVectors,
        LabelUpdate.none(labelVectors),
        centroids,
        features(labelTexts.size(), texts, labels.stream().mapToInt(l -> l).toArray(), centroids),
        weights.words(),
        Double.NaN,
        embeddingModel(labelEmbeddings, samples, weights.withEmbedding()));
  }

  private static FeatureTable features(
      int topics, List<SparseVector> texts, int[] labels, Centroids centroids) {
    Vocabulary vocabulary = Vocabulary.of(texts);
    Regression regression =
        Regression.fit(topics, texts, labels, vocabulary, Regression.Settings.DEFAULT);
    return FeatureTable.of(texts, labels, vocabulary, centroids.inverseNorms(), regression);
  }

  /// The model for a changed list of labels, without retraining: labels that stay keep what was
  /// learned, new ones start from their text.
  ///
  /// @param labelTexts the vector of each label's text
  /// @param labelEmbeddings their embeddings; [LabelEmbeddings#UNKNOWN] without a sentence model
  /// @param before for each new label its previous index, [LabelledText#NONE] for one that is new
  public TopicModel carriedOver(
      List<SparseVector> labelTexts, LabelEmbeddings labelEmbeddings, int[] before) {
    LabelVectors labelVectors = LabelVectors.of(labelTexts);
    return new TopicModel(
        labelVectors,
        labelUpdate.carriedOver(labelVectors, before, centroids, features),
        centroids.carriedOver(before),
        features.carriedOver(before),
        weights,
        accuracy,
        embeddingModel == null || labelEmbeddings.isEmpty()
            ? null
            : new EmbeddingModel(
                embeddingModel.topicEmbeddings().carriedOver(labelEmbeddings, before),
                embeddingModel.weights()));
  }

  /// Looks up the text's features in the vocabulary once, for all later calls.
  public IndexedVector index(SparseVector text) {
    return features.index(text);
  }

  /// The cosines and regression logits of a text for all labels.
  RawScores rawScores(IndexedVector text) {
    return rawScores(text, labelVectors.cosines(text.text()));
  }

  private RawScores rawScores(IndexedVector text, IntToDoubleFunction labelCosines) {
    RawScores rawScores = features.rawScores(text);
    labelUpdate.apply(rawScores.cosines(), text.text(), labelCosines);
    return rawScores;
  }

  /// Scores a text by its features and keywords; the embedding is added by [#withEmbedding].
  ///
  /// @param text as [#index] returns it
  /// @param keywords keyword evidence of each label, at least 0; negative infinity excludes the
  ///   label
  public TopicScores scores(IndexedVector text, double[] keywords) {
    IntToDoubleFunction labelCosines = labelVectors.cosines(text.text());
    RawScores rawScores = rawScores(text, labelCosines);
    return new TopicScores(
        weights.fusion(),
        keywords,
        rawScores.cosines(),
        centroids.expectedCosines(),
        labelCosines,
        rawScores.scores(),
        centroids.examples(),
        Collections.nCopies(keywords.length, EmbeddingSimilarity.UNKNOWN));
  }

  /// The text's embedding compared with each label; UNKNOWN for all without an embedding.
  List<EmbeddingSimilarity> similarities(LabelledText text) {
    return embeddingModel == null || text.embedding().isEmpty()
        ? Collections.nCopies(centroids.examples().length, EmbeddingSimilarity.UNKNOWN)
        : embeddingModel.topicEmbeddings().similarities(text.embedding().get());
  }

  /// Whether [#withEmbedding] would change the scores.
  public boolean usesEmbeddings() {
    return embeddingModel != null;
  }

  /// The weights for texts with an embedding; the plain weights when this model has none.
  public Weights weightsWithEmbedding() {
    return embeddingModel == null ? weights : embeddingModel.weights();
  }

  /// The scores with the embedding's evidence added, under the weights fitted for it. Unchanged
  /// when this model has no embeddings.
  ///
  /// @param textScores as [#scores] returns them
  public TopicScores withEmbedding(TopicScores textScores, Embedding embedding) {
    return embeddingModel == null
        ? textScores
        : textScores.with(
            embeddingModel.weights().fusion(),
            embeddingModel.topicEmbeddings().similarities(embedding));
  }

  /// The gradient of the margin `score(topic) - score(against)` with respect to the text's feature
  /// values, in feature order; multiplied by the values it explains the margin word by word.
  ///
  /// @param against [LabelledText#NONE] for the gradient of the score alone
  public float[] slopes(Fusion fusion, IndexedVector text, int topic, int against) {
    float[] slopes = features.slopes(labelUpdate.margin(fusion, topic, against), text);
    labelUpdate.addTo(slopes, fusion.centroid(), topic, labelVectors, text.text());
    labelUpdate.addTo(slopes, -fusion.centroid(), against, labelVectors, text.text());
    labelVectors.addTo(slopes, fusion.labelText(), topic, text.text());
    labelVectors.addTo(slopes, -fusion.labelText(), against, text.text());
    return slopes;
  }

  /// The derivative of the cosine to a label's centroid with respect to one feature value of an
  /// example that the text shares.
  public float slopeOfExample(int ofTopic) {
    return centroids.inverseNorms()[ofTopic] * labelUpdate.scale(ofTopic);
  }
}
