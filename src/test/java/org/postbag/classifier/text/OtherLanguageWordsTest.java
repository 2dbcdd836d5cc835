package org.postbag.classifier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherLanguageWordsTest {
  private static String term(String word, String language) {
    return Tokenizer.of(word, language).getFirst().term();
  }

  @ParameterizedTest
  @CsvSource({
    "cy, plant, blant",
    "cy, plant, phlant",
    "cy, plant, mhlant",
    "cy, cyngor, gyngor",
    "cy, cyngor, nghyngor",
    "cy, gwraig, ngwraig",
    "cy, llys, lys",
    "cy, trên, nhrên",
    "fr, école, l'école",
    "fr, élevage, d’élevage",
    "it, acqua, dell'acqua",
    "de, Häuser, Haus"
  })
  void formsOfOneWordAreOneWord(String language, String word, String form) {
    assertThat(term(form, language)).isEqualTo(term(word, language));
  }

  /// Stemmed as English `lasy` and `las` would be one word, and `woda` and `wody` would not.
  @ParameterizedTest
  @CsvSource({"pl, kolejing", "cs, vlaks", "uk, потяги"})
  void aLanguageWithoutAStemmerIsComparedAsItIsWritten(String language, String word) {
    assertThat(term(word, language)).isEqualTo(word);
  }
}
