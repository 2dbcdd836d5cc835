package org.postbag.classifier.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BucketSortTest {
  private final Random chance = new Random(3);

  @Test
  void sortsAsJavaDoes() {
    for (int size : new int[] {0, 1, 2, 3, 31, 32, 33, 2500}) {
      assertSorted(chance.longs(size).toArray());
    }
  }

  @Test
  void sortsWhatIsSpreadUnevenlyToo() {
    assertSorted(chance.longs(300, -5, 5).toArray());
    assertSorted(new long[] {Long.MAX_VALUE, Long.MIN_VALUE, 0, -1, Long.MAX_VALUE, 1L << 32});
  }

  private static void assertSorted(long[] numbers) {
    long[] expected = numbers.clone();
    Arrays.sort(expected);

    BucketSort.sort(numbers);

    assertThat(numbers).isEqualTo(expected);
  }
}
