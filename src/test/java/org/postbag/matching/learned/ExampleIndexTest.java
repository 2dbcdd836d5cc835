package org.postbag.matching.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.postbag.matching.words.Features;
import org.postbag.matching.words.Frequencies;
import org.postbag.matching.words.Places;
import org.postbag.matching.words.Reading;
import org.postbag.matching.words.SlimVector;
import org.postbag.matching.words.Vector;
import org.postbag.matching.words.Words;

class ExampleIndexTest {
  private static final Features FEATURES = new Features(Frequencies.shipped());
  private static final List<String> EXAMPLES =
      List.of(
          "The allotments by the railway have been without water since Easter.",
          "Who repairs the handrail of the footbridge at the weir?",
          "Water for the allotments was promised for Easter, and the tap is still dry.");

  private static ExampleIndex index() {
    return ExampleIndex.of(
        EXAMPLES.stream().map(text -> FEATURES.readWords(Words.of(text, "en"))).toList());
  }

  private static Reading read(String text) {
    return FEATURES.read(Words.of(text, "en"));
  }

  @Test
  void whatSharesMoreOfItsTellingWordsIsMoreAlike() {
    float[] likeness =
        index().likeness(read("Is there water at the allotments, and is the tap on?"));

    assertThat(likeness[2]).isGreaterThan(likeness[0]);
    assertThat(likeness[0]).isPositive();
    assertThat(likeness[1]).isZero();
  }

  @Test
  void aLetterWithoutAnyOfTheirWordsIsLikeNone() {
    assertThat(index().likeness(read("Zebras, quagga and okapi."))).containsOnly(0);
    assertThat(ExampleIndex.of(List.of()).likeness(read("Water."))).isEmpty();
  }

  @Test
  void anExampleThatIsKeptSmallHasTheSameValues() {
    Vector example = read(EXAMPLES.get(0)).vector();
    Vector letter = read(EXAMPLES.get(2)).vector();
    SlimVector kept = SlimVector.of(example);

    double[] product = {0};
    Places.of(letter).forEachShared(kept, (at, value) -> product[0] += letter.value(at) * value);

    double exact = 0;
    for (int i = 0; i < letter.size(); i++) {
      for (int j = 0; j < example.size(); j++) {
        exact += example.feature(j) == letter.feature(i) ? letter.value(i) * example.value(j) : 0;
      }
    }
    assertThat(exact).isPositive();
    assertThat(product[0]).isCloseTo(exact, within(exact / 100));
    assertThat(kept.length()).isEqualTo(example.length());
  }
}
