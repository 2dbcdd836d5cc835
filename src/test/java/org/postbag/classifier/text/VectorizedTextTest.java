package org.postbag.classifier.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class VectorizedTextTest {
  private static final List<Token> WORDS =
      Tokenizer.of(
          new Passage("Buses, buses", "Why was the bus late, and the late bus full again?", "en"));

  private final Vectorizer vectorizer = new Vectorizer(DocumentFrequencies.shipped());
  private final VectorizedText text = vectorizer.vectorize(WORDS);

  @Test
  void thePlacesOfAFeatureAddUpToItsValue() {
    float[] sums = new float[text.vector().size()];

    text.forEachOccurrence((token, at, value) -> sums[at] += value);

    for (int at = 0; at < sums.length; at++) {
      assertThat(sums[at]).isCloseTo(text.vector().value(at), within(1e-6f));
    }
  }

  @Test
  void aWordIsTheSameHoweverItsAccentsAndHyphensAreWritten() {
    Passage other =
        new Passage("", "mu\u0308hle na\u00efve nes\u00adting \u0130zmir \ufeffswift", "en");

    assertThat(Tokenizer.of(other))
        .extracting(Token::surface)
        .containsExactly("muhle", "naive", "nesting", "izmir", "swift");
  }

  @Test
  void aWordSpeaksWhereItStands() {
    int full = FeatureHash.word("full");

    text.forEachOccurrence((token, at, value) -> {
      if (text.vector().feature(at) == full) {
        assertThat(WORDS.get(token).surface()).isEqualTo("full");
      }
    });
    assertThat(value(text.vector(), "full")).isPositive();
  }

  @Test
  void aWordCountsByHowOftenItStandsThereAndHowRareItIs() {
    SparseVector all = text.vector();
    double bus = (1 + Math.log(2 + 2 + 1 + 1)) * rarity("bus");
    double full = rarity("full");

    assertThat(value(all, "bus") / value(all, "full")).isCloseTo(bus / full, within(1e-4));
  }

  @Test
  void featuresStandInAscendingOrder() {
    for (int at = 1; at < text.vector().size(); at++) {
      assertThat(text.vector().feature(at)).isGreaterThan(text.vector().feature(at - 1));
    }
  }

  private double rarity(String term) {
    return vectorizer.frequencies().idf(FeatureHash.word(term));
  }

  private static double value(SparseVector text, String term) {
    double value = 0;
    for (int at = 0; at < text.size(); at++) {
      value += text.feature(at) == FeatureHash.word(term) ? text.value(at) : 0;
    }
    return value;
  }
}
