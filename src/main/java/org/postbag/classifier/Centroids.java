package org.postbag.classifier;

import java.util.List;
import org.postbag.classifier.text.IntFloatMap;
import org.postbag.classifier.text.SparseVector;

/// The centre of each topic: its own words and its examples together. A letter is compared to it by
/// the cosine of the angle between them. What each feature is in it stands in a [FeatureTable].
public final class Centroids {
  /// A text's vector has the length 1 twice, for words and for pieces.
  static final float TEXT_NORM = (float) Math.sqrt(2);

  private final int[] examples;
  private final ExpectedCosine expectedCosine;
  private final float[] inverseNorms;

  private Centroids(int[] examples, ExpectedCosine expectedCosine, float[] inverseNorms) {
    this.examples = examples;
    this.expectedCosine = expectedCosine;
    this.inverseNorms = inverseNorms;
  }

  /// @param labelTexts each topic's own words
  /// @param members for each topic its examples
  static Centroids of(List<SparseVector> labelTexts, List<List<SparseVector>> members) {
    float[] inverseNorms = new float[labelTexts.size()];
    double[] leaveOneOutSums = new double[inverseNorms.length];
    for (int t = 0; t < inverseNorms.length; t++) {
      IntFloatMap sum = new IntFloatMap(1 << 10);
      labelTexts.get(t).forEachContent(sum::add);
      members.get(t).forEach(member -> member.forEachContent(sum::add));
      inverseNorms[t] = 1 / (norm(sum) * TEXT_NORM);
      leaveOneOutSums[t] = ExpectedCosine.leaveOneOutSum(members.get(t), sum);
    }
    int[] examples = members.stream().mapToInt(List::size).toArray();
    return new Centroids(examples, ExpectedCosine.of(leaveOneOutSums, examples), inverseNorms);
  }

  private static float norm(IntFloatMap sum) {
    double squares = 0;
    for (int feature : sum.keys()) {
      squares += (double) sum.get(feature) * sum.get(feature);
    }
    return squares == 0 ? 1 : (float) Math.sqrt(squares);
  }

  /// The centres of other topics: of those that were known before as they were, new ones have none.
  ///
  /// @param before the number each topic had before, [LabelledText#NONE] for a new one
  Centroids carriedOver(int[] before) {
    int[] counts = new int[before.length];
    float[] carried = new float[before.length];
    for (int t = 0; t < before.length; t++) {
      counts[t] = before[t] < 0 ? 0 : examples[before[t]];
      carried[t] = before[t] < 0 ? 0 : inverseNorms[before[t]];
    }
    return new Centroids(counts, expectedCosine.carriedOver(before), carried);
  }

  /// How many examples each topic has.
  int[] examples() {
    return examples;
  }

  /// What cosine to each topic letters on it have.
  float[] expectedCosines() {
    return expectedCosine.ofTopics();
  }

  /// What a text is in the centre of its topic, by topic: what one unit of a feature in it adds to
  /// the cosine; 0 for a topic that has no centre.
  float[] inverseNorms() {
    return inverseNorms;
  }
}
