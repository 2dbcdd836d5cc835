package org.postbag.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZlibTest {
  private static final byte[] NONE = {};

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8 * 1024, 100_000})
  void whatIsCompressedIsReadAgain(int length) {
    byte[] plain = new byte[length];
    new SplittableRandom(7).nextBytes(plain);
    byte[] dictionary = Arrays.copyOf(plain, length / 2);
    assertThat(Zlib.decompress(Zlib.compress(plain, NONE), NONE)).isEqualTo(plain);
    assertThat(Zlib.decompress(Zlib.compress(plain, dictionary), dictionary)).isEqualTo(plain);
  }

  @Test
  void whatStandsInTheDictionaryTakesNextToNoRoom() {
    byte[] words = new byte[2_000];
    new SplittableRandom(7).nextBytes(words);
    assertThat(Zlib.compress(words, words)).hasSizeLessThan(60);
  }

  @Test
  void whatIsCutShortOrDamagedOrOfAnotherDictionaryIsRefused() {
    byte[] words = bytes("Thank you for writing about the buses.");
    byte[] stored = Zlib.compress(bytes("Dear Ann, " + "thank you for writing."), words);
    byte[] damaged = stored.clone();
    damaged[stored.length - 1] ^= 1;

    assertThatIllegalStateException()
        .isThrownBy(() -> Zlib.decompress(Arrays.copyOf(stored, stored.length - 5), words));
    assertThatIllegalStateException().isThrownBy(() -> Zlib.decompress(damaged, words));
    assertThatIllegalStateException().isThrownBy(() -> Zlib.decompress(stored, bytes("Others")));
    assertThatIllegalStateException().isThrownBy(() -> Zlib.decompress(stored, NONE));
    assertThatIllegalStateException().isThrownBy(() -> Zlib.decompress(bytes("Dear Ann"), NONE));
  }
}
