package org.postbag.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InScopeGateTest {
  private static final Fusion FUSION = new Fusion(0.5, 40, 0.5);
  private static final InScopeGate SHIPPED = InScopeGate.of(new double[] {-4, 9, 1});

  private static ValidationCase trial(double cosine, int truth) {
    return trial(cosine, 0.25, 0, 1, truth);
  }

  private static ValidationCase trial(
      double cosine, double reach, double regression, int examples, int truth) {
    ValidationCase.TopicEvidence look =
        new ValidationCase.TopicEvidence(
            0.5, cosine, cosine, reach, regression, examples, EmbeddingSimilarity.UNKNOWN);
    return new ValidationCase(List.of(look), t -> 0, truth, 1);
  }

  private static double probability(InScopeGate inScopeGate, double cosine) {
    return inScopeGate.probability(trial(cosine, 0).view(FUSION));
  }

  /// Letters near to a topic are on it, letters far from it are not.
  private static InScopeGate fitted() {
    List<ValidationCase> cases = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      cases.add(trial(0.2 + i % 10 / 100.0, 0));
      cases.add(trial(0.05 + i % 10 / 100.0, LabelledText.NONE));
    }
    return new InScopeGateFit(cases, FUSION, SHIPPED, 0.5).run();
  }

  @Test
  void weightsThatWereFittedToOtherTopicsAreNeverQuiteSure() {
    assertThat(probability(SHIPPED, 1)).isCloseTo(0.99, within(1e-6));
    assertThat(probability(InScopeGate.of(new double[] {-40, 9, 1}), 0))
        .isCloseTo(0.01, within(1e-6));
  }

  @Test
  void weightsThatWereFittedToTheseTopicsMayBe() {
    assertThat(probability(fitted(), 1)).isGreaterThan(0.999);
    assertThat(probability(fitted(), 0)).isLessThan(0.001);
  }

  @Test
  void aTopicWhoseLettersHaveLessInCommonAsksForLessLikeness() {
    double narrow = SHIPPED.probability(trial(0.2, 0.3, 0, 5, 0).view(FUSION));
    double wide = SHIPPED.probability(trial(0.2, 0.2, 0, 5, 0).view(FUSION));

    assertThat(wide).isGreaterThan(narrow);
  }

  @Test
  void aLetterInTheTopicsOwnWordsIsNoLessLikeItForExamplesOnAnotherSideOfIt() {
    ValidationCase.TopicEvidence look =
        new ValidationCase.TopicEvidence(0.5, 0.08, 0.08, 0.25, 0, 20, EmbeddingSimilarity.UNKNOWN);
    ValidationCase otherWords = new ValidationCase(List.of(look), t -> 0, 0, 1);
    ValidationCase ownWords = new ValidationCase(List.of(look), t -> 0.3, 0, 1);

    assertThat(SHIPPED.probability(otherWords.view(FUSION))).isLessThan(0.5);
    assertThat(SHIPPED.probability(ownWords.view(FUSION))).isGreaterThan(0.95);
  }

  @Test
  void aRegressionCountsForMoreTheMoreExamplesItHas() {
    InScopeGate trusting = InScopeGate.of(new double[] {-4, 9, 1, 1});

    double few = trusting.probability(trial(0.2, 0.25, 3, 5, 0).view(FUSION));
    double many = trusting.probability(trial(0.2, 0.25, 3, 100, 0).view(FUSION));

    assertThat(many).isGreaterThan(few);
  }
}
