package org.postbag.matching.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class BalanceTest {
  private static List<Trial> trials(int inScope, int none, int leftOut) {
    List<Trial> trials = new ArrayList<>();
    trials.addAll(Collections.nCopies(inScope, trial(0)));
    trials.addAll(Collections.nCopies(none, trial(Sample.NONE)));
    trials.addAll(Collections.nCopies(leftOut, trial(Trial.LEFT_OUT)));
    return trials;
  }

  private static Trial trial(int truth) {
    return new Trial(List.of(new Trial.Look(1, 0.2, 0.25, 0, 1, Alike.UNKNOWN)), t -> 0, truth, 1);
  }

  private static double weight(List<Trial> trials, IntPredicate truth) {
    return trials.stream().filter(t -> truth.test(t.truth())).mapToDouble(Trial::weight).sum();
  }

  @Test
  void lettersThatNoTopicFitsGetTheirShare() {
    List<Trial> balanced = Balance.of(trials(60, 0, 200), 0.4);

    assertThat(weight(balanced, truth -> truth >= 0)).isEqualTo(60);
    assertThat(weight(balanced, truth -> truth < 0)).isCloseTo(40, within(1e-9));
  }

  @Test
  void theMoreLettersPeopleSaidNoneToTheLessTheStandInsCount() {
    List<Trial> asMany = Balance.of(trials(60, 30, 200), 0.4);
    List<Trial> more = Balance.of(trials(60, 90, 200), 0.4);

    assertThat(weight(asMany, truth -> truth == Trial.LEFT_OUT)).isCloseTo(20, within(1e-9));
    assertThat(weight(more, truth -> truth == Trial.LEFT_OUT)).isCloseTo(10, within(1e-9));
    assertThat(weight(more, truth -> truth < 0)).isCloseTo(40, within(1e-9));
  }

  @Test
  void withoutStandInsTheOthersHaveTheWholeShare() {
    List<Trial> balanced = Balance.of(trials(60, 3, 0), 0.4);

    assertThat(weight(balanced, truth -> truth == Sample.NONE)).isCloseTo(40, within(1e-9));
  }

  @Test
  void theMoreTopicsThereAreTheFewerLettersAreTakenForOdd() {
    assertThat(Balance.assumedOutOfScope(0)).isEqualTo(0.5);
    assertThat(Balance.assumedOutOfScope(14)).isEqualTo(0.5);
    assertThat(Balance.assumedOutOfScope(28)).isEqualTo(0.4);
    assertThat(Balance.assumedOutOfScope(150)).isBetween(0.08, 0.12);
    assertThat(Balance.assumedOutOfScope(2000)).isEqualTo(0.08);
  }

  @Test
  void forTheMeaningStandInsAmongManyTopicsCountLess() {
    Trial.Look look = new Trial.Look(1, 0.2, 0.25, 0, 1, Alike.UNKNOWN);
    Trial few = new Trial(Collections.nCopies(20, look), t -> 0, Trial.LEFT_OUT, 1);
    Trial many = new Trial(Collections.nCopies(28 * 8, look), t -> 0, Trial.LEFT_OUT, 1);
    Trial known = new Trial(Collections.nCopies(28 * 8, look), t -> 0, 0, 1);

    assertThat(Balance.forMeaning(List.of(few, many, known)))
        .extracting(Trial::weight)
        .containsExactly(1.0, 0.5, 1.0);
  }
}
