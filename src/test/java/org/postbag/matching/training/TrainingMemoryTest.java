package org.postbag.matching.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainingMemoryTest {
  private static final long DAEMON = 256L << 20;

  @Test
  void theDaemonLearnsFromAThousandLettersAndMoreForAnOfficesTopics() {
    assertThat(TrainingMemory.maxLetters(10, DAEMON)).isGreaterThan(1_000);
    assertThat(TrainingMemory.maxLetters(55, DAEMON)).isGreaterThan(1_000);
  }

  @Test
  void moreTopicsOrLessMemoryMeanFewerLetters() {
    assertThat(TrainingMemory.maxLetters(200, DAEMON))
        .isLessThan(TrainingMemory.maxLetters(100, DAEMON));
    assertThat(TrainingMemory.maxLetters(55, DAEMON / 2))
        .isLessThan(TrainingMemory.maxLetters(55, DAEMON));
  }

  @Test
  void eachTopicMayHaveALetterWhateverTheMemory() {
    assertThat(TrainingMemory.maxLetters(500, 1 << 20)).isEqualTo(500);
  }

  @Test
  void fiveThousandLettersAreEnoughWhateverTheMemory() {
    assertThat(TrainingMemory.maxLetters(10, 64L << 30)).isEqualTo(5_000);
  }
}
