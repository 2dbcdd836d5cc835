package org.postbag.matching.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postbag.catalog.Keyword;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Tokenizer;

class CompoundsTest {
  private static int hits(String keyword, String text, String language) {
    Keyword one = new Keyword(keyword, Keyword.Kind.WORD, Optional.empty(), 2, false, 1);
    Topic topic = new Topic(new TopicId("one"), "One", Optional.empty(), List.of(one));
    return new Keywords(List.of(topic), language).find(Tokenizer.of(text, language)).size();
  }

  @ParameterizedTest
  @CsvSource({
    "Krankenhaus, Krankenhausschließung, de",
    "Wohnung, Sozialwohnungen, de",
    "Flughafen, Flughafenlärm, de",
    "ziekenhuis, ziekenhuissluiting, nl"
  })
  void aWordIsFoundInTheLongerWordsThatAreMadeOfIt(String keyword, String word, String language) {
    assertThat(hits(keyword, word, language)).isEqualTo(1);
    assertThat(hits(keyword, keyword, language)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Mieter, Vermieter, de",
    "Rad, Radweg, de",
    "plane, planetarium, en",
    "Haus, Krankenhausschließung, de"
  })
  void whatIsNoPartOfAWordIsNotFound(String keyword, String word, String language) {
    assertThat(hits(keyword, word, language)).isZero();
  }
}
