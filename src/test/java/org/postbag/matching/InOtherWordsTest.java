package org.postbag.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.embedding.Embedding;
import org.postbag.classifier.embedding.SentenceModel;
import org.postbag.classifier.text.Passage;

/// Letters that share no word with their topic, and a model that knows what some of these mean.
class InOtherWordsTest {
  private static final Catalog CATALOG =
      Topics.catalog(Topics.CALAIS, Topics.BUSES, Topics.SCHOOLS);
  private static final Passage LETTER =
      Passage.of("Every night overloaded dinghies are put to sea by gangs of smugglers.");
  private static final Passage ODD =
      Passage.of("My hedge was cut down by a man who said that he had been told to.");

  /// A direction for each of four matters, and one that all texts have in common.
  private static final class Matters implements SentenceModel {
    private static final List<List<String>> WORDS =
        List.of(
            List.of("calais", "dinghies"),
            List.of("bus", "stranded"),
            List.of("school", "pencils"),
            List.of("hedge"));

    @Override
    public String name() {
      return "matters";
    }

    @Override
    public Embedding embed(String text) {
      float[] direction = new float[WORDS.size() + 1];
      direction[WORDS.size()] = 1;
      for (int i = 0; i < WORDS.size(); i++) {
        boolean any = WORDS.get(i).stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains);
        direction[i] = any ? 1 : 0;
      }
      return Embedding.of(direction);
    }
  }

  private static TopicMatcher knowing(Embedder.When when) {
    return TopicMatcher.of(CATALOG, Embedder.of(when, new Matters()));
  }

  @Test
  void aLetterInOtherWordsIsRecognisedByItsMeaningOnly() {
    assertThat(TopicMatcher.of(CATALOG).match(LETTER).abstained()).isTrue();
    for (Embedder.When when : List.of(Embedder.When.UNSURE, Embedder.When.ALWAYS)) {
      Match match = knowing(when).match(LETTER);
      assertThat(match.topic()).contains(new TopicId("calais"));
      assertThat(match.probability()).isGreaterThan(0.9);
      assertThat(match.abstained()).isFalse();
    }
  }

  @Test
  void anOddLetterIsLeftToAPersonWhateverItMeans() {
    Match match = knowing(Embedder.When.ALWAYS).match(ODD);
    assertThat(match.abstained()).isTrue();
    assertThat(match.probability()).isLessThan(0.05);
  }

  @Test
  void withTheMeaningTheReasonsAddUpToTheLead() {
    TopicMatcher matcher = knowing(Embedder.When.ALWAYS);
    Passage both = Passage.of("The dinghies are back in Calais, and our bus is late again.");
    for (Passage letter : List.of(LETTER, ODD, both)) {
      ScoredText scoredText = matcher.score(letter);
      int first = scoredText.best().orElseThrow();
      double lead =
          scoredText.score(first) - scoredText.score(scoredText.bestExcept(first).orElseThrow());
      List<Evidence> reasons = matcher.match(letter).evidence();

      assertThat(reasons.stream().mapToDouble(Evidence::weight).sum())
          .isCloseTo(lead, within(1e-4));
    }
    assertThat(matcher.match(LETTER).evidence())
        .anyMatch(e -> e.feature().startsWith("similar in meaning to the topic's own words"));
  }
}
