package org.postbag.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postbag.classifier.text.IntFloatMap;
import org.postbag.classifier.text.SparseVector;

class ExpectedCosineTest {
  /// Features with even numbers are of matter, not of manner.
  private static final int OWN = 2;

  private static SparseVector text(int... features) {
    float[] values = new float[features.length];
    Arrays.fill(values, 1 / (float) Math.sqrt(features.length));
    return SparseVector.of(features, values);
  }

  private static ExpectedCosine reach(List<List<SparseVector>> members) {
    double[] reached = new double[members.size()];
    for (int t = 0; t < reached.length; t++) {
      IntFloatMap sum = new IntFloatMap(16);
      text(OWN).forEach(sum::add);
      members.get(t).forEach(member -> member.forEach(sum::add));
      reached[t] = ExpectedCosine.leaveOneOutSum(members.get(t), sum);
    }
    return ExpectedCosine.of(reached, members.stream().mapToInt(List::size).toArray());
  }

  /// Letters that have one word of four in common.
  private static List<SparseVector> wide() {
    return IntStream.range(0, 8)
        .mapToObj(i -> text(OWN, 100 + 2 * i, 200 + 2 * i, 300 + 2 * i))
        .toList();
  }

  /// Letters that have three words of four in common.
  private static List<SparseVector> narrow() {
    return IntStream.range(0, 8).mapToObj(i -> text(OWN, 4, 6, 400 + 2 * i)).toList();
  }

  @Test
  void lettersOnAWideTopicReachLess() {
    ExpectedCosine expectedCosine = reach(List.of(wide(), narrow()));

    assertThat(expectedCosine.ofTopics()[0]).isLessThan(expectedCosine.ofTopics()[1]);
  }

  @Test
  void anExampleDoesNotCountTowardsWhatItReachesItself() {
    SparseVector only = text(OWN, 4, 6, 8);

    ExpectedCosine expectedCosine = reach(List.of(List.of(only)));

    // Half of it is the topic's own word; with one example a fifth less is asked.
    double usual = usual(0.5, 1);
    assertThat(expectedCosine.ofTopics()[0])
        .isCloseTo((float) ((0.5 + 10 * usual) / 11 * 0.8), within(1e-5f));
  }

  /// The mean over all topics, the shipped value counting as 60 examples.
  private static double usual(double mean, int examples) {
    return (mean * examples + 60 * 0.3125) / (examples + 60);
  }

  /// In one pair of letters nearly any text would look typical.
  @Test
  void fewStrangersAmongThemselvesDoNotMakeEverythingTypical() {
    ExpectedCosine strangers = reach(List.of(List.of(text(10), text(12)), List.of(text(14))));

    assertThat(strangers.ofTopics()[0]).isGreaterThan(0.15f);
  }

  @Test
  void aTopicWithoutExamplesReachesTheUsual() {
    ExpectedCosine expectedCosine = reach(List.of(wide(), List.of()));
    ExpectedCosine next = expectedCosine.carriedOver(new int[] {-1, 0});

    // The shared word and three of its own, 0.5 each, against 1 + 7 x 0.5 and 21 words of others.
    double mean = 0.5 * 4.5 / Math.sqrt(4.5 * 4.5 + 21 * 0.25);
    assertThat(expectedCosine.ofTopics()[1])
        .isCloseTo((float) (usual(mean, 8) * 0.8), within(1e-5f));
    assertThat(next.ofTopics())
        .containsExactly(expectedCosine.ofTopics()[1], expectedCosine.ofTopics()[0]);
  }

  @Test
  void aLetterIsNeverMeasuredByNothing() {
    ExpectedCosine strangers = reach(List.of(List.of(text(10), text(12)), List.of()));

    assertThat(strangers.ofTopics()[0]).isPositive();
    assertThat(reach(List.of(List.of())).ofTopics()).containsExactly(0.25f);
  }
}
