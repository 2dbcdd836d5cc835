package org.postbag.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postbag.classifier.embedding.Embedding;
import org.postbag.classifier.embedding.LabelEmbeddings;
import org.postbag.classifier.text.SparseVector;

/// What the topics mean: by their own words, and by the letters that people decided. The same three
/// looks as at the words themselves, at directions in place of words; immutable.
final class TopicEmbeddings {
  /// How much the regression pays for an error, the own words count in it, and its steps.
  private static final Regression.Settings MEASURED = new Regression.Settings(50, 0.5f, 50, 0);

  private final LabelEmbeddings own;
  private final List<Embedding> centres;
  private final List<Member> members;
  private final @Nullable FeatureTable regression;

  /// A letter that was learned from.
  ///
  /// @param number its place among all that were learned from
  private record Member(int topic, Embedding embedding, int number) {}

  private TopicEmbeddings(
      LabelEmbeddings own, List<Embedding> centres, List<Member> members, @Nullable FeatureTable regression) {
    this.own = own;
    this.centres = centres;
    this.members = members;
    this.regression = regression;
  }

  /// @param own the senses of the topics' own words
  /// @param letters decided letters
  static TopicEmbeddings of(LabelEmbeddings own, List<LabelledText> letters) {
    List<Member> members = members(letters);
    FeatureTable regression = members.isEmpty() ? null : regression(own, members);
    return new TopicEmbeddings(own, centres(own, members), members, regression);
  }

  /// The middle of each topic: of its own words and its letters.
  ///
  /// @param own the senses of the topics' own words
  /// @param letters decided letters
  static List<Embedding> middles(LabelEmbeddings own, List<LabelledText> letters) {
    return centres(own, members(letters));
  }

  private static List<Member> members(List<LabelledText> letters) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < letters.size(); i++) {
      LabelledText letter = letters.get(i);
      if (letter.label() != LabelledText.NONE && letter.sense().isPresent()) {
        members.add(new Member(letter.label(), letter.sense().get(), i));
      }
    }
    return members;
  }

  private static FeatureTable regression(LabelEmbeddings own, List<Member> members) {
    int topics = own.topics().size();
    List<SparseVector> senses = new ArrayList<>();
    own.topics().forEach(embedding -> senses.add(vector(embedding)));
    members.forEach(member -> senses.add(vector(member.embedding)));
    int[] labels =
        IntStream.concat(IntStream.range(0, topics), members.stream().mapToInt(Member::topic))
            .toArray();
    Vocabulary vocabulary = Vocabulary.of(senses);
    Regression learned = Regression.fit(topics, senses, labels, vocabulary, MEASURED);
    return FeatureTable.of(senses, labels, vocabulary, new float[topics], learned);
  }

  private static List<Embedding> centres(LabelEmbeddings own, List<Member> members) {
    List<List<Embedding>> all = new ArrayList<>();
    own.topics().forEach(embedding -> all.add(new ArrayList<>(List.of(embedding))));
    members.forEach(member -> all.get(member.topic).add(member.embedding));
    return all.stream().map(Embedding::between).toList();
  }

  private static SparseVector vector(Embedding embedding) {
    int[] features = IntStream.range(0, embedding.size()).toArray();
    float[] values = new float[features.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = embedding.value(i);
    }
    return SparseVector.of(features, values);
  }

  /// The same for other topics, without learning: those that stay keep what was learned.
  ///
  /// @param next the senses of their own words
  /// @param before the number each topic had before, [LabelledText#NONE] for a new one
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
        next,
        centres(next, kept),
        kept,
        regression == null ? null : regression.carriedOver(before));
  }

  /// How alike a letter is to each topic.
  List<EmbeddingSimilarity> likeTo(Embedding letter) {
    float[] scores =
        regression == null
            ? new float[centres.size()]
            : regression.said(regression.place(vector(letter))).scores();
    float[] nearest = new float[centres.size()];
    int[] sample = new int[centres.size()];
    for (int t = 0; t < nearest.length; t++) {
      nearest[t] = own.topics().get(t).cosine(letter);
      sample[t] = EmbeddingSimilarity.OWN_WORDS;
    }
    for (Member member : members) {
      float cosine = member.embedding.cosine(letter);
      if (cosine > nearest[member.topic]) {
        nearest[member.topic] = cosine;
        sample[member.topic] = member.number;
      }
    }
    double usual = own.usual(letter);
    List<EmbeddingSimilarity> alike = new ArrayList<>();
    for (int t = 0; t < nearest.length; t++) {
      double centre = centres.get(t).cosine(letter);
      alike.add(new EmbeddingSimilarity(centre, scores[t], nearest[t], sample[t], centre - usual));
    }
    return alike;
  }
}
