package org.postbag.matching.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Fusion FUSION = new Fusion(0.5, 40, 0.5);
  private static final Gate PRIOR = Gate.of(new double[] {-4, 30, 1, 0.3});

  private static Trial trial(double cosine, int truth) {
    return new Trial(List.of(new Trial.Look(0.5, cosine, 0, 1, Alike.UNKNOWN)), 1000, truth, 1);
  }

  /// Letters near to a topic are on it, letters far from it are not.
  private static Gate fitted(int times) {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < 10 * times; i++) {
      trials.add(trial(0.2 + i % 10 / 100.0, 0));
      trials.add(trial(0.05 + i % 10 / 100.0, Sample.NONE));
    }
    return new GateFit(trials, FUSION, PRIOR, 0.5).run();
  }

  private static double probability(Gate gate, double cosine) {
    return gate.probability(trial(cosine, 0).view(FUSION));
  }

  /// What the same weights would say if there were no doubt about them.
  private static double undoubted(Gate gate, double cosine) {
    double[] features = trial(cosine, 0).view(FUSION).features();
    double score = 0;
    for (int p = 0; p < features.length; p++) {
      score += gate.values()[p] * features[p];
    }
    return 1 / (1 + Math.exp(-score));
  }

  @Test
  void whatIsInDoubtMakesAnAnswerLessSureAndNeverAnother() {
    Gate gate = fitted(1);

    assertThat(probability(gate, 0.3)).isBetween(0.5, undoubted(gate, 0.3) - 0.001);
    assertThat(probability(gate, 0.02)).isBetween(undoubted(gate, 0.02) + 0.001, 0.5);
  }

  @Test
  void theMoreLettersWereFittedTheLessIsInDoubt() {
    double few = undoubted(fitted(1), 0.3) - probability(fitted(1), 0.3);
    double many = undoubted(fitted(100), 0.3) - probability(fitted(100), 0.3);

    assertThat(many).isLessThan(few / 10);
  }

  @Test
  void doubtIsTheInverseOfTheCurvature() {
    Doubt doubt = Doubt.of(new double[][] {{4, 1}, {1, 2}});

    // (4·2 - 1·1)⁻¹ · ((2, -1), (-1, 4))
    assertThat(doubt.variance(new double[] {1, 0})).isCloseTo(2 / 7.0, within(1e-12));
    assertThat(doubt.variance(new double[] {1, 1})).isCloseTo(4 / 7.0, within(1e-12));
  }

  @Test
  void weightsThatWereFittedElsewhereAreNeverQuiteSure() {
    assertThat(probability(PRIOR, 1)).isCloseTo(0.99, within(1e-6));
    assertThat(probability(PRIOR, -1)).isCloseTo(0.01, within(1e-6));
    assertThat(probability(fitted(100), 1)).isGreaterThan(0.999);
  }
}
