package org.postbag.matching.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Fusion FUSION = new Fusion(0.5, 40, 0.5);
  private static final Gate SHIPPED = Gate.of(new double[] {-4, 30, 1, 0.3});

  private static Trial trial(double cosine, int examples, int truth) {
    Trial.Look look = new Trial.Look(0.5, cosine, 0, examples, Alike.UNKNOWN);
    return new Trial(List.of(look), 1000, truth, 1);
  }

  private static double probability(Gate gate, double cosine) {
    return gate.probability(trial(cosine, 1, 0).view(FUSION));
  }

  /// Letters near to a topic are on it, letters far from it are not.
  private static Gate fitted() {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      trials.add(trial(0.2 + i % 10 / 100.0, 1, 0));
      trials.add(trial(0.05 + i % 10 / 100.0, 1, Sample.NONE));
    }
    return new GateFit(trials, FUSION, SHIPPED, 0.5).run();
  }

  @Test
  void weightsThatWereFittedToOtherTopicsAreNeverQuiteSure() {
    assertThat(probability(SHIPPED, 1)).isCloseTo(0.99, within(1e-6));
    assertThat(probability(SHIPPED, -1)).isCloseTo(0.01, within(1e-6));
  }

  @Test
  void weightsThatWereFittedToTheseTopicsMayBe() {
    assertThat(probability(fitted(), 1)).isGreaterThan(0.999);
    assertThat(probability(fitted(), -1)).isLessThan(0.001);
  }

  @Test
  void aTopicOfManyExamplesAsksForNoMoreLikenessThanOneOfSome() {
    Gate asking = Gate.of(new double[] {-4, 30, 1, 0.3, 0, -1});

    double few = asking.probability(trial(0.2, 2, 0).view(FUSION));
    double some = asking.probability(trial(0.2, 8, 0).view(FUSION));
    double many = asking.probability(trial(0.2, 50, 0).view(FUSION));

    assertThat(few).isGreaterThan(some);
    assertThat(many).isEqualTo(some);
  }
}
