package org.postbag.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LessonMemoryTest {
  private static final long DAEMON = 256L << 20;

  @Test
  void theDaemonLearnsFromAThousandLettersAndMoreForAnOfficesTopics() {
    assertThat(LessonMemory.letters(10, DAEMON)).isGreaterThan(1_000);
    assertThat(LessonMemory.letters(55, DAEMON)).isGreaterThan(1_000);
  }

  @Test
  void moreTopicsOrLessMemoryMeanFewerLetters() {
    assertThat(LessonMemory.letters(200, DAEMON)).isLessThan(LessonMemory.letters(100, DAEMON));
    assertThat(LessonMemory.letters(55, DAEMON / 2)).isLessThan(LessonMemory.letters(55, DAEMON));
  }

  @Test
  void eachTopicMayHaveALetterWhateverTheMemory() {
    assertThat(LessonMemory.letters(500, 1 << 20)).isEqualTo(500);
  }

  @Test
  void fiveThousandLettersAreEnoughWhateverTheMemory() {
    assertThat(LessonMemory.letters(10, 64L << 30)).isEqualTo(5_000);
  }
}
