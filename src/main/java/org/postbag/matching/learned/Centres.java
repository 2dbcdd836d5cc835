package org.postbag.matching.learned;

import java.util.ArrayList;
import java.util.List;
import org.postbag.matching.words.Counts;
import org.postbag.matching.words.Vector;

/// The centre of each topic: its own words and its examples together. A letter is compared to it by
/// the cosine of the angle between them.
public final class Centres {
  /// A text's vector has the length 1 twice, for words and for pieces.
  private static final float TEXT_LENGTH = (float) Math.sqrt(2);

  private final int[] examples;
  private final float[] lengths;
  private final Vocabulary vocabulary;
  private final int[] from;

  /// For each feature one after the other its topics: the topic in the upper half, the bits of its
  /// value in the lower.
  private final long[] shares;

  /// The same topic by topic.
  private final List<Vector> centres;

  private Centres(
      int[] examples,
      float[] lengths,
      Vocabulary vocabulary,
      int[] from,
      long[] shares,
      List<Vector> centres) {
    this.examples = examples;
    this.lengths = lengths;
    this.vocabulary = vocabulary;
    this.from = from;
    this.shares = shares;
    this.centres = List.copyOf(centres);
  }

  /// @param profiles each topic's own words
  /// @param members for each topic its examples
  /// @param vocabulary of all of these
  static Centres of(List<Vector> profiles, List<List<Vector>> members, Vocabulary vocabulary) {
    List<Counts> sums = new ArrayList<>();
    for (int t = 0; t < profiles.size(); t++) {
      Counts sum = new Counts(1 << 10);
      profiles.get(t).forEachOfMatter(sum::add);
      members.get(t).forEach(member -> member.forEachOfMatter(sum::add));
      sums.add(sum);
    }
    int[] examples = members.stream().mapToInt(List::size).toArray();
    return of(sums, examples, vocabulary);
  }

  private static Centres of(List<Counts> sums, int[] examples, Vocabulary vocabulary) {
    int[] from = new int[vocabulary.size() + 1];
    for (Counts sum : sums) {
      for (int feature : sum.keys()) {
        from[vocabulary.row(feature) + 1]++;
      }
    }
    for (int row = 0; row < vocabulary.size(); row++) {
      from[row + 1] += from[row];
    }
    long[] shares = new long[from[vocabulary.size()]];
    int[] next = from.clone();
    float[] lengths = new float[sums.size()];
    List<Vector> centres = new ArrayList<>();
    for (int t = 0; t < sums.size(); t++) {
      lengths[t] = length(sums.get(t)) * TEXT_LENGTH;
      int[] features = sums.get(t).keys();
      float[] values = new float[features.length];
      for (int i = 0; i < features.length; i++) {
        values[i] = sums.get(t).get(features[i]) / lengths[t];
        shares[next[vocabulary.row(features[i])]++] = share(t, values[i]);
      }
      centres.add(Vector.of(features, values));
    }
    return new Centres(examples, lengths, vocabulary, from, shares, centres);
  }

  private static long share(int topic, float value) {
    return ((long) topic << 32) | Float.floatToRawIntBits(value);
  }

  private static int topic(long share) {
    return (int) (share >> 32);
  }

  private static float value(long share) {
    return Float.intBitsToFloat((int) share);
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
    List<Counts> sums = new ArrayList<>();
    int[] counts = new int[before.length];
    for (int t = 0; t < before.length; t++) {
      Counts sum = before[t] < 0 ? sum(profiles.get(t)) : sum(centres.get(before[t]));
      counts[t] = before[t] < 0 ? 0 : examples[before[t]];
      sums.add(sum);
    }
    return of(sums, counts, vocabulary.with(profiles));
  }

  private static Counts sum(Vector profile) {
    Counts sum = new Counts(profile.size());
    profile.forEachOfMatter(sum::add);
    return sum;
  }

  /// How many examples each topic has.
  int[] examples() {
    return examples;
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
    float[] cosines = new float[examples.length];
    for (int i = 0; i < text.size(); i++) {
      int row = text.row(i);
      if (row >= 0) {
        float times = text.value(i);
        for (int at = from[row]; at < from[row + 1]; at++) {
          cosines[topic(shares[at])] += times * value(shares[at]);
        }
      }
    }
    return cosines;
  }

  /// What one unit of a feature in one of its examples adds to the cosine to a topic.
  public float slopeOfExample(float value, int ofTopic) {
    return value / lengths[ofTopic];
  }

  /// What one unit of each feature of a text adds to the cosine to a topic.
  float[] slopes(Placed text, int ofTopic) {
    return text.text().valuesIn(centres.get(ofTopic));
  }
}
