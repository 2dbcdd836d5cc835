package org.postbag.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Keyword;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.text.Passage;

/// What the sentence model itself makes of letters that have no word of their topic's title or
/// keywords.
class OtherWordsTest {
  private static final Catalog CATALOG =
      Topics.catalog(
          topic("buses", "Bus services", "bus", "timetable"),
          topic("dentists", "NHS dentists", "dentist", "dental"),
          topic("sewage", "Sewage in rivers", "sewage", "river"),
          topic("potholes", "Potholes", "pothole", "asphalt"),
          topic("boats", "Small boats", "boat", "asylum", "migrant"),
          topic("fireworks", "Fireworks", "firework"),
          topic("libraries", "Public libraries", "library", "librarian"),
          topic("vapes", "Vaping by children", "vape", "cigarette"),
          topic("badgers", "Badger cull", "badger", "tuberculosis"));

  /// Clear enough to be recognised.
  private static final Map<String, String> CLEAR =
      Map.of(
          "sewage",
          "Raw waste on our beach\nAfter every storm the utility firm lets the contents of our"
              + " toilets run into the stream, and bathers fall ill.",
          "vapes",
          "Sweet clouds\nFruit-flavoured disposables with nicotine are sold to twelve-year-olds at"
              + " the corner shop. Every teenager in our street is puffing on one.");

  /// Their topic comes first, and is offered for a person to choose.
  private static final Map<String, String> FAINT =
      Map.of(
          "dentists",
          "Toothache\nNo surgery within forty miles will take me on. I have pulled two of my own"
              + " teeth with pliers because I cannot pay for private treatment.",
          "potholes",
          "Broken axle\nThe tarmac in our lane is full of craters. Last night my car lost a wheel"
              + " in one of them, and it was the third this winter.",
          "fireworks",
          "Rockets and bangers\nFrom October until the New Year our dogs tremble under the bed"
              + " because neighbours let off explosives in their gardens past midnight.");

  private static final List<String> ODD =
      List.of(
          "Thank you\nIt was kind of you to open our flower show. The judges were delighted.",
          "An invitation\nWould you speak at the annual dinner of the Chamber of Commerce?",
          "Doubling ground rent\nOur flat cannot be sold since the freeholder may double what we"
              + " owe every ten years.",
          "A ceasefire\nThe Foreign Secretary must do more to stop the bombing of civilians.",
          "Work experience\nI am seventeen and read politics. Could I spend a week with you?");

  private final TopicMatcher byWords = TopicMatcher.of(CATALOG);
  private final TopicMatcher byMeaning =
      TopicMatcher.of(CATALOG, Embedder.open(Embedder.When.UNSURE));

  private static Topic topic(String id, String title, String... keywords) {
    return Topics.topic(
        id, title, Arrays.stream(keywords).map(w -> Topics.word(w, 3)).toArray(Keyword[]::new));
  }

  private static Passage letter(String text) {
    int line = text.indexOf('\n');
    return new Passage(text.substring(0, line), text.substring(line + 1), "en");
  }

  private static Map<String, String> all() {
    Map<String, String> all = new TreeMap<>(CLEAR);
    all.putAll(FAINT);
    return all;
  }

  @Test
  void withoutTheModelTheyAreOnNothing() {
    all()
        .values()
        .forEach(text -> {
          Match match = byWords.match(letter(text));
          assertThat(match.abstained()).as(text).isTrue();
          assertThat(match.probability()).as(text).isLessThan(0.001);
        });
  }

  @Test
  void withTheModelTheirTopicIsOfferedAndChosenWhereItIsClear() {
    all()
        .forEach((topic, text) -> {
          Match match = byMeaning.match(letter(text));
          assertThat(match.topic()).as(text).contains(new TopicId(topic));
          assertThat(match.probability()).as(text).isGreaterThan(0.1);
        });
    CLEAR
        .values()
        .forEach(text -> assertThat(byMeaning.match(letter(text)).abstained()).as(text).isFalse());
  }

  @Test
  void lettersOnOtherMattersStayRefused() {
    for (String text : ODD) {
      Match match = byMeaning.match(letter(text));
      assertThat(match.abstained()).as(text).isTrue();
      assertThat(match.probability()).as(text).isLessThan(0.07);
    }
  }

  @Test
  void theReasonsAddUpToTheLead() {
    all()
        .values()
        .forEach(text -> {
          ScoredText scoredText = byMeaning.score(letter(text));
          int first = scoredText.best().orElseThrow();
          double lead =
              scoredText.score(first)
                  - scoredText.score(scoredText.bestExcept(first).orElseThrow());
          double sum =
              byMeaning.match(letter(text)).evidence().stream().mapToDouble(Evidence::weight).sum();
          assertThat(sum).as(text).isCloseTo(lead, within(1e-4));
        });
  }
}
