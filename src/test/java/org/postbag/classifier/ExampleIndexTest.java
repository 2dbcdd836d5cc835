package org.postbag.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.postbag.classifier.text.DocumentFrequencies;
import org.postbag.classifier.text.QuantizedVector;
import org.postbag.classifier.text.SparseVector;
import org.postbag.classifier.text.Tokenizer;
import org.postbag.classifier.text.VectorLookup;
import org.postbag.classifier.text.VectorizedText;
import org.postbag.classifier.text.Vectorizer;

class ExampleIndexTest {
  private static final Vectorizer FEATURES = new Vectorizer(DocumentFrequencies.shipped());
  private static final List<String> EXAMPLES =
      List.of(
          "The allotments by the railway have been without water since Easter.",
          "Who repairs the handrail of the footbridge at the weir?",
          "Water for the allotments was promised for Easter, and the tap is still dry.");

  private static ExampleIndex index() {
    return ExampleIndex.of(
        EXAMPLES.stream().map(text -> FEATURES.vectorizeWords(Tokenizer.of(text, "en"))).toList());
  }

  private static VectorizedText read(String text) {
    return FEATURES.vectorize(Tokenizer.of(text, "en"));
  }

  @Test
  void whatSharesMoreOfItsTellingWordsIsMoreAlike() {
    float[] likeness =
        index().similarities(read("Is there water at the allotments, and is the tap on?"));

    assertThat(likeness[2]).isGreaterThan(likeness[0]);
    assertThat(likeness[0]).isPositive();
    assertThat(likeness[1]).isZero();
  }

  @Test
  void aLetterWithoutAnyOfTheirWordsIsLikeNone() {
    assertThat(index().similarities(read("Zebras, quagga and okapi."))).containsOnly(0);
    assertThat(ExampleIndex.of(List.of()).similarities(read("Water."))).isEmpty();
  }

  @Test
  void anExampleThatIsKeptSmallHasTheSameValues() {
    SparseVector example = read(EXAMPLES.get(0)).vector();
    SparseVector letter = read(EXAMPLES.get(2)).vector();
    QuantizedVector kept = QuantizedVector.of(example);

    double[] product = {0};
    VectorLookup.of(letter)
        .forEachShared(kept, (at, value) -> product[0] += letter.value(at) * value);

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
