package org.postbag.matching.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postbag.matching.words.Counts;
import org.postbag.matching.words.Vector;

class ReachTest {
  /// Features with even numbers are of matter, not of manner.
  private static final int OWN = 2;

  private static Vector text(int... features) {
    float[] values = new float[features.length];
    Arrays.fill(values, 1 / (float) Math.sqrt(features.length));
    return Vector.of(features, values);
  }

  private static Reach reach(List<List<Vector>> members) {
    double[] reached = new double[members.size()];
    for (int t = 0; t < reached.length; t++) {
      Counts sum = new Counts(16);
      text(OWN).forEach(sum::add);
      members.get(t).forEach(member -> member.forEach(sum::add));
      reached[t] = Reach.reached(members.get(t), sum);
    }
    return Reach.of(reached, members.stream().mapToInt(List::size).toArray());
  }

  /// Letters that have one word of four in common.
  private static List<Vector> wide() {
    return IntStream.range(0, 8)
        .mapToObj(i -> text(OWN, 100 + 2 * i, 200 + 2 * i, 300 + 2 * i))
        .toList();
  }

  /// Letters that have three words of four in common.
  private static List<Vector> narrow() {
    return IntStream.range(0, 8).mapToObj(i -> text(OWN, 4, 6, 400 + 2 * i)).toList();
  }

  @Test
  void lettersOnAWideTopicReachLess() {
    Reach reach = reach(List.of(wide(), narrow()));

    assertThat(reach.ofTopics()[0]).isLessThan(reach.ofTopics()[1]);
  }

  @Test
  void anExampleDoesNotCountTowardsWhatItReachesItself() {
    Vector only = text(OWN, 4, 6, 8);

    Reach reach = reach(List.of(List.of(only)));

    // Half of it is the topic's own word; with one example a fifth less is asked.
    assertThat(reach.ofTopics()[0]).isCloseTo(0.5f * 0.8f, within(1e-5f));
  }

  @Test
  void aTopicWithoutExamplesReachesTheUsual() {
    Reach reach = reach(List.of(wide(), List.of()));
    Reach next = reach.carriedOver(new int[] {-1, 0});

    // The shared word and three of its own, 0.5 each, against 1 + 7 x 0.5 and 21 words of others.
    double usual = 0.5 * 4.5 / Math.sqrt(4.5 * 4.5 + 21 * 0.25);
    assertThat(reach.ofTopics()[1]).isCloseTo((float) (usual * 0.8), within(1e-5f));
    assertThat(next.ofTopics()).containsExactly(reach.ofTopics()[1], reach.ofTopics()[0]);
  }

  @Test
  void aLetterIsNeverMeasuredByNothing() {
    Reach strangers = reach(List.of(List.of(text(10), text(12)), List.of()));

    assertThat(strangers.ofTopics()[0]).isPositive();
    assertThat(reach(List.of(List.of())).ofTopics()).containsExactly(0.25f);
  }
}
