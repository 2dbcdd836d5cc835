package org.postbag.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardTest {
  private static RankedLabel guess(String label, String best, double confidence) {
    return new RankedLabel(label, best, confidence, "", 1 - confidence);
  }

  /// Three in scope, of which one is wrong and one is refused; two out of scope, one of them
  /// refused.
  private final Scorecard card =
      Scorecard.of(
          List.of(
              guess("a", "a", 0.9),
              guess("a", "b", 0.8),
              guess("b", "b", 0.4),
              guess("oos", "a", 0.3),
              guess("oos_ambiguous", "b", 0.85)));

  @Test
  void lettersInAndOutOfScopeAreCountedApart() {
    assertThat(card.inScope()).isEqualTo(3);
    assertThat(card.outOfScope()).isEqualTo(2);
  }

  @Test
  void aRefusedLetterInScopeIsRightOnlyWithoutRefusal() {
    assertThat(card.accuracy()).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(card.accuracyWithRefusal()).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(card.outOfScopeRecall()).isEqualTo(0.5);
  }

  @Test
  void macroF1IsTheMeanOverTopics() {
    // a: one of one guess, one of two letters; b: one of two guesses, one of one letter.
    assertThat(card.macroF1()).isCloseTo(2 / 3.0, within(1e-9));
  }

  @Test
  void calibrationErrorIsTheGapBetweenConfidenceAndSuccess() {
    Scorecard sure =
        Scorecard.of(List.of(guess("a", "a", 0.75), guess("a", "b", 0.75), guess("b", "b", 1)));

    assertThat(sure.calibrationError()).isCloseTo(0.5 / 3, within(1e-9));
  }

  @Test
  void evenAPerfectClassifierHasAnErrorByChanceWhichShrinksWithLetters() {
    List<RankedLabel> few = Collections.nCopies(25, guess("a", "a", 0.5));
    List<RankedLabel> many = Collections.nCopies(2500, guess("a", "a", 0.5));

    // E|k/n - 1/2| is about 0.4/√n
    assertThat(Scorecard.of(few).calibrationFloor()).isCloseTo(0.08, within(0.015));
    assertThat(Scorecard.of(many).calibrationFloor()).isCloseTo(0.008, within(0.0015));
    assertThat(Scorecard.of(Collections.nCopies(25, guess("a", "b", 1))).calibrationFloor())
        .isZero();
  }

  @Test
  void aConfidenceThatIsNoProbabilityHasNoCalibration() {
    assertThat(Scorecard.of(List.of(guess("a", "a", 1000))).calibrationError()).isNaN();
  }

  @Test
  void coverageEndsWhereMoreThanOneAnswerInTwentyIsWrong() {
    // Surest first: right, then a letter out of scope: only the first may be answered.
    assertThat(card.coverage95()).isCloseTo(1 / 3.0, within(1e-9));
  }

  @Test
  void aurocCountsThePairsInTheRightOrder() {
    // 0.9 beats both, 0.8 and 0.4 only the 0.3.
    assertThat(card.auroc()).isCloseTo(4 / 6.0, within(1e-9));
  }

  @Test
  void aShareOverNoLettersIsNotANumber() {
    Scorecard open = Scorecard.of(List.of(guess("a", "a", 0.9)));

    assertThat(open.outOfScopeRecall()).isNaN();
    assertThat(open.auroc()).isNaN();
  }
}
