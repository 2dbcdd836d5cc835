package org.postbag.classifier;

import java.util.List;
import org.postbag.classifier.text.IntFloatMap;
import org.postbag.classifier.text.SparseVector;

/// The centroid of each label: the sum of its text and its examples, compared by cosine. The
/// centroids' values are stored in a [FeatureTable].
public final class Centroids {
  /// The norm of a text's content vector: words and character n-grams have norm 1 each.
  static final float TEXT_NORM = (float) Math.sqrt(2);

  private final int[] examples;
  private final ExpectedCosine expectedCosine;
  private final float[] inverseNorms;

  private Centroids(int[] examples, ExpectedCosine expectedCosine, float[] inverseNorms) {
    this.examples = examples;
    this.expectedCosine = expectedCosine;
    this.inverseNorms = inverseNorms;
  }

  /// @param labelTexts the vector of each label's text
  /// @param members the examples of each label
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

  /// The centroids of a changed list of labels; new labels have none.
  ///
  /// @param before for each new label its previous index, [LabelledText#NONE] for one that is new
  Centroids carriedOver(int[] before) {
    int[] counts = new int[before.length];
    float[] carried = new float[before.length];
    for (int t = 0; t < before.length; t++) {
      counts[t] = before[t] < 0 ? 0 : examples[before[t]];
      carried[t] = before[t] < 0 ? 0 : inverseNorms[before[t]];
    }
    return new Centroids(counts, expectedCosine.carriedOver(before), carried);
  }

  /// How many examples each label has.
  int[] examples() {
    return examples;
  }

  /// The cosine that texts of each label usually have.
  float[] expectedCosines() {
    return expectedCosine.ofTopics();
  }

  /// 1 / (norm of the centroid × norm of a text): the factor from a dot product to a cosine; 0 for
  /// a label without a centroid.
  float[] inverseNorms() {
    return inverseNorms;
  }
}
