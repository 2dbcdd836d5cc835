package org.postbag.matching.learned;

import java.util.ArrayList;
import java.util.List;
import org.postbag.matching.words.Counts;
import org.postbag.matching.words.Vector;

/// The centre of each topic: its own words and its examples together. A letter is compared to it by
/// the cosine of the angle between them.
public final class Centres {
  /// A text's vector has the length 1 twice, for words and for pieces.
  static final float TEXT_LENGTH = (float) Math.sqrt(2);

  private final int[] examples;
  private final Reach reach;
  private final float[] lengths;
  private final Vocabulary vocabulary;
  private final Shares shares;

  private Centres(
      int[] examples, Reach reach, float[] lengths, Vocabulary vocabulary, Shares shares) {
    this.examples = examples;
    this.reach = reach;
    this.lengths = lengths;
    this.vocabulary = vocabulary;
    this.shares = shares;
  }

  /// @param profiles each topic's own words
  /// @param members for each topic its examples
  /// @param vocabulary of all of these
  static Centres of(List<Vector> profiles, List<List<Vector>> members, Vocabulary vocabulary) {
    List<Shares.Column> topics = new ArrayList<>();
    float[] lengths = new float[profiles.size()];
    double[] reached = new double[lengths.length];
    for (int t = 0; t < lengths.length; t++) {
      Counts sum = new Counts(1 << 10);
      profiles.get(t).forEachOfMatter(sum::add);
      members.get(t).forEach(member -> member.forEachOfMatter(sum::add));
      lengths[t] = length(sum) * TEXT_LENGTH;
      topics.add(column(sum, lengths[t], vocabulary));
      reached[t] = Reach.reached(members.get(t), sum);
    }
    int[] examples = members.stream().mapToInt(List::size).toArray();
    Shares shares = Shares.of(vocabulary.size(), topics);
    return new Centres(examples, Reach.of(reached, examples), lengths, vocabulary, shares);
  }

  private static Shares.Column column(Counts sum, float length, Vocabulary vocabulary) {
    int[] features = sum.keys();
    int[] rows = new int[features.length];
    float[] values = new float[features.length];
    for (int i = 0; i < features.length; i++) {
      rows[i] = vocabulary.row(features[i]);
      values[i] = sum.get(features[i]) / length;
    }
    return new Shares.Column(rows, values);
  }

  private static float length(Counts sum) {
    double squares = 0;
    for (int feature : sum.keys()) {
      squares += (double) sum.get(feature) * sum.get(feature);
    }
    return squares == 0 ? 1 : (float) Math.sqrt(squares);
  }

  /// The centres of other topics: of those that were known before as they were, of new ones their
  /// own words.
  ///
  /// @param before the number each topic had before, -1 for a new one
  Centres carriedOver(List<Vector> profiles, int[] before) {
    Vocabulary more = vocabulary.with(profiles);
    List<Shares.Column> known = shares.columns();
    List<Shares.Column> topics = new ArrayList<>();
    int[] counts = new int[before.length];
    float[] newLengths = new float[before.length];
    for (int t = 0; t < before.length; t++) {
      if (before[t] < 0) {
        Counts sum = new Counts(profiles.get(t).size());
        profiles.get(t).forEachOfMatter(sum::add);
        newLengths[t] = length(sum) * TEXT_LENGTH;
        topics.add(column(sum, newLengths[t], more));
      } else {
        counts[t] = examples[before[t]];
        newLengths[t] = lengths[before[t]];
        topics.add(known.get(before[t]));
      }
    }
    Shares carried = Shares.of(more.size(), topics);
    return new Centres(counts, reach.carriedOver(before), newLengths, more, carried);
  }

  /// How many examples each topic has.
  int[] examples() {
    return examples;
  }

  /// What cosine to each topic letters on it have.
  float[] reaches() {
    return reach.ofTopics();
  }

  /// The features that it knows. What is learned together with the centres knows the same by the
  /// same rows, and those that came later not at all.
  Vocabulary vocabulary() {
    return vocabulary;
  }

  /// The cosine of a text to each topic, 0 to 1.
  public float[] cosines(Vector text) {
    return cosines(vocabulary.place(text));
  }

  float[] cosines(Placed text) {
    return shares.products(text);
  }

  /// What one unit of a feature in one of its examples adds to the cosine to a topic.
  public float slopeOfExample(int ofTopic) {
    return 1 / lengths[ofTopic];
  }

  /// What one unit of each feature of a text adds to the lead of one cosine over another.
  ///
  /// @param against -1 for none
  float[] slopes(Placed text, int ofTopic, int against) {
    return shares.lead(text, ofTopic, against);
  }
}
