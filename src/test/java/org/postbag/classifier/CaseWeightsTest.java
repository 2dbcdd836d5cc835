package org.postbag.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class CaseWeightsTest {
  private static List<ValidationCase> cases(int inScope, int none, int leftOut) {
    List<ValidationCase> cases = new ArrayList<>();
    cases.addAll(Collections.nCopies(inScope, trial(0)));
    cases.addAll(Collections.nCopies(none, trial(LabelledText.NONE)));
    cases.addAll(Collections.nCopies(leftOut, trial(ValidationCase.LEFT_OUT)));
    return cases;
  }

  private static ValidationCase trial(int truth) {
    return new ValidationCase(
        List.of(
            new ValidationCase.TopicEvidence(1, 0.2, 0.2, 0.25, 0, 1, EmbeddingSimilarity.UNKNOWN)),
        t -> 0,
        truth,
        1);
  }

  private static double weight(List<ValidationCase> cases, IntPredicate truth) {
    return cases.stream()
        .filter(t -> truth.test(t.truth()))
        .mapToDouble(ValidationCase::weight)
        .sum();
  }

  @Test
  void lettersThatNoTopicFitsGetTheirShare() {
    List<ValidationCase> balanced = CaseWeights.of(cases(60, 0, 200), 0.4);

    assertThat(weight(balanced, truth -> truth >= 0)).isEqualTo(60);
    assertThat(weight(balanced, truth -> truth < 0)).isCloseTo(40, within(1e-9));
  }

  @Test
  void theMoreLettersPeopleSaidNoneToTheLessTheStandInsCount() {
    List<ValidationCase> asMany = CaseWeights.of(cases(60, 30, 200), 0.4);
    List<ValidationCase> more = CaseWeights.of(cases(60, 90, 200), 0.4);

    assertThat(weight(asMany, truth -> truth == ValidationCase.LEFT_OUT))
        .isCloseTo(20, within(1e-9));
    assertThat(weight(more, truth -> truth == ValidationCase.LEFT_OUT)).isCloseTo(10, within(1e-9));
    assertThat(weight(more, truth -> truth < 0)).isCloseTo(40, within(1e-9));
  }

  @Test
  void withoutStandInsTheOthersHaveTheWholeShare() {
    List<ValidationCase> balanced = CaseWeights.of(cases(60, 3, 0), 0.4);

    assertThat(weight(balanced, truth -> truth == LabelledText.NONE)).isCloseTo(40, within(1e-9));
  }

  @Test
  void theMoreTopicsThereAreTheFewerLettersAreTakenForOdd() {
    assertThat(CaseWeights.assumedOutOfScope(0)).isEqualTo(0.5);
    assertThat(CaseWeights.assumedOutOfScope(14)).isEqualTo(0.5);
    assertThat(CaseWeights.assumedOutOfScope(28)).isEqualTo(0.4);
    assertThat(CaseWeights.assumedOutOfScope(150)).isBetween(0.08, 0.12);
    assertThat(CaseWeights.assumedOutOfScope(2000)).isEqualTo(0.08);
  }

  @Test
  void forTheMeaningStandInsAmongManyTopicsCountLess() {
    ValidationCase.TopicEvidence look =
        new ValidationCase.TopicEvidence(1, 0.2, 0.2, 0.25, 0, 1, EmbeddingSimilarity.UNKNOWN);
    ValidationCase few =
        new ValidationCase(Collections.nCopies(20, look), t -> 0, ValidationCase.LEFT_OUT, 1);
    ValidationCase many =
        new ValidationCase(Collections.nCopies(28 * 8, look), t -> 0, ValidationCase.LEFT_OUT, 1);
    ValidationCase known = new ValidationCase(Collections.nCopies(28 * 8, look), t -> 0, 0, 1);

    assertThat(CaseWeights.forEmbeddings(List.of(few, many, known)))
        .extracting(ValidationCase::weight)
        .containsExactly(1.0, 0.5, 1.0);
  }
}
