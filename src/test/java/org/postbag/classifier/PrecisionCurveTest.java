package org.postbag.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecisionCurveTest {
  private static List<PrecisionCurve.Outcome> outcomes(
      int number, double probability, double right) {
    List<PrecisionCurve.Outcome> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      all.add(new PrecisionCurve.Outcome(probability, right, 1));
    }
    return all;
  }

  @Test
  void theLineLiesWherePredictionsStopBeingRight() {
    List<PrecisionCurve.Outcome> all = outcomes(100, 0.9, 1);
    all.addAll(outcomes(100, 0.6, 1));
    all.addAll(outcomes(100, 0.4, 0.5));

    assertThat(PrecisionCurve.of(all).line(0.98)).isEqualTo(0.6);
    assertThat(PrecisionCurve.of(all).line(0.8)).isEqualTo(0.4);
  }

  @Test
  void aFewRightPredictionsShowNothing() {
    assertThat(PrecisionCurve.of(outcomes(48, 0.99, 1)).line(0.98)).isInfinite();
    assertThat(PrecisionCurve.of(outcomes(49, 0.99, 1)).line(0.98)).isEqualTo(0.99);
  }

  /// Such as a draft that was edited before it was approved.
  @Test
  void aPredictionMayBeHalfRight() {
    assertThat(PrecisionCurve.of(outcomes(500, 0.9, 0.5)).line(0.8)).isInfinite();
  }

  @Test
  void aWeightIsANumberOfTexts() {
    List<PrecisionCurve.Outcome> ten = List.of(new PrecisionCurve.Outcome(0.9, 1, 49));

    assertThat(PrecisionCurve.of(ten).line(0.98)).isEqualTo(0.9);
  }

  @Test
  void aShareThatNoLineIsKeptForGetsThatOfTheNextGreater() {
    List<PrecisionCurve.Outcome> all = outcomes(60, 0.9, 1);

    assertThat(PrecisionCurve.of(all).line(0.975)).isEqualTo(0.9);
    assertThat(PrecisionCurve.of(all).line(1)).isInfinite();
  }

  @Test
  void theShareOfAProbabilityIsTheGreatestThatIsShown() {
    PrecisionCurve curve = PrecisionCurve.of(outcomes(60, 0.9, 1));

    assertThat(curve.share(0.95)).hasValue(0.98);
    assertThat(curve.share(0.85)).isEmpty();
  }

  /// Newcombe's example 1 of the score interval (Statistics in Medicine 17, 1998), at one standard
  /// error in place of 1.96: computed by hand from its formula.
  @Test
  void theBoundIsWilsons() {
    assertThat(PrecisionCurve.lowerBound(81, 263)).isEqualTo(0.2803, within(0.0001));
  }

  @Test
  void theShippedLinesRiseWithTheShareAsked() {
    for (PrecisionCurve curve :
        List.of(PrecisionCurve.Pair.SHIPPED.words(), PrecisionCurve.Pair.SHIPPED.withEmbedding())) {
      assertThat(List.copyOf(curve.lines().values())).isSorted();
      assertThat(curve.line(0.98)).isBetween(0.5, 1.0);
    }
  }
}
