package org.postbag.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postbag.classifier.embedding.Embedding;
import org.postbag.classifier.embedding.LabelEmbeddings;
import org.postbag.classifier.text.SparseVector;

/// The embedding side of a model: per label a centroid, a regression between the labels, and the
/// examples for the nearest neighbour. Immutable.
final class TopicEmbeddings {
  /// How much the regression pays for an error, the labels words count in it, and its steps.
  private static final Regression.Settings DEFAULT = new Regression.Settings(50, 0.5f, 50, 0);

  private final LabelEmbeddings labels;
  private final List<Embedding> centroids;
  private final List<Member> members;
  private final @Nullable FeatureTable regression;

  /// An example in scope whose embedding is known.
  ///
  /// @param number its index among all examples
  private record Member(int topic, Embedding embedding, int number) {}

  private TopicEmbeddings(
      LabelEmbeddings labels,
      List<Embedding> centroids,
      List<Member> members,
      @Nullable FeatureTable regression) {
    this.labels = labels;
    this.centroids = centroids;
    this.members = members;
    this.regression = regression;
  }

  /// @param labels the embeddings of the label texts
  static TopicEmbeddings of(LabelEmbeddings labels, List<LabelledText> samples) {
    List<Member> members = members(samples);
    FeatureTable regression = members.isEmpty() ? null : regression(labels, members);
    return new TopicEmbeddings(labels, means(labels, members), members, regression);
  }

  /// The centroid of each label's text and examples.
  ///
  /// @param labels the embeddings of the label texts
  static List<Embedding> centroids(LabelEmbeddings labels, List<LabelledText> samples) {
    return means(labels, members(samples));
  }

  private static List<Member> members(List<LabelledText> samples) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      LabelledText text = samples.get(i);
      if (text.label() != LabelledText.NONE && text.embedding().isPresent()) {
        members.add(new Member(text.label(), text.embedding().get(), i));
      }
    }
    return members;
  }

  private static FeatureTable regression(LabelEmbeddings labels, List<Member> members) {
    int topics = labels.topics().size();
    List<SparseVector> vectors = new ArrayList<>();
    labels.topics().forEach(embedding -> vectors.add(vector(embedding)));
    members.forEach(member -> vectors.add(vector(member.embedding)));
    int[] classes =
        IntStream.concat(IntStream.range(0, topics), members.stream().mapToInt(Member::topic))
            .toArray();
    Vocabulary vocabulary = Vocabulary.of(vectors);
    Regression fitted = Regression.fit(topics, vectors, classes, vocabulary, DEFAULT);
    return FeatureTable.of(vectors, classes, vocabulary, new float[topics], fitted);
  }

  private static List<Embedding> means(LabelEmbeddings labels, List<Member> members) {
    List<List<Embedding>> all = new ArrayList<>();
    labels.topics().forEach(embedding -> all.add(new ArrayList<>(List.of(embedding))));
    members.forEach(member -> all.get(member.topic).add(member.embedding));
    return all.stream().map(Embedding::centroid).toList();
  }

  private static SparseVector vector(Embedding embedding) {
    int[] features = IntStream.range(0, embedding.size()).toArray();
    float[] values = new float[features.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = embedding.value(i);
    }
    return SparseVector.of(features, values);
  }

  /// The same for a changed list of labels, without retraining.
  ///
  /// @param next the embeddings of their texts
  /// @param before for each new label its previous index, [LabelledText#NONE] for one that is new
  TopicEmbeddings carriedOver(LabelEmbeddings next, int[] before) {
    List<Member> kept = new ArrayList<>();
    for (int t = 0; t < before.length; t++) {
      for (Member member : members) {
        if (member.topic == before[t]) {
          kept.add(new Member(t, member.embedding, member.number));
        }
      }
    }
    return new TopicEmbeddings(
        next, means(next, kept), kept, regression == null ? null : regression.carriedOver(before));
  }

  /// The embedding evidence of a text for each label.
  List<EmbeddingSimilarity> similarities(Embedding text) {
    float[] scores =
        regression == null
            ? new float[centroids.size()]
            : regression.rawScores(regression.index(vector(text))).scores();
    float[] nearest = new float[centroids.size()];
    int[] nearestSample = new int[centroids.size()];
    for (int t = 0; t < nearest.length; t++) {
      nearest[t] = labels.topics().get(t).cosine(text);
      nearestSample[t] = EmbeddingSimilarity.LABEL;
    }
    for (Member member : members) {
      float cosine = member.embedding.cosine(text);
      if (cosine > nearest[member.topic]) {
        nearest[member.topic] = cosine;
        nearestSample[member.topic] = member.number;
      }
    }
    double background = labels.backgroundSimilarity(text);
    List<EmbeddingSimilarity> similarities = new ArrayList<>();
    for (int t = 0; t < nearest.length; t++) {
      double centroid = centroids.get(t).cosine(text);
      similarities.add(
          new EmbeddingSimilarity(
              centroid,
              scores[t],
              nearest[t],
              nearestSample[t],
              labels.phraseSimilarity(t, text),
              background));
    }
    return similarities;
  }
}
