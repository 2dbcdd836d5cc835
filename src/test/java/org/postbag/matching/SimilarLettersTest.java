package org.postbag.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.postbag.matching.Topics.BUSES;
import static org.postbag.matching.Topics.CALAIS;
import static org.postbag.matching.Topics.SCHOOLS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.text.Passage;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.matching.training.Trainer;
import org.postbag.search.Neighbour;

/// What decided letters that read alike say about a letter.
class SimilarLettersTest {
  private static final Catalog CATALOG = Topics.catalog(CALAIS, BUSES, SCHOOLS);
  private static final String TEXT =
      "The river behind our houses smells of drains after each shower. Last week it was brown with"
          + " foam on it, and the ducks have gone. Who tests the water, how often, and where can I"
          + " read what was found? My children used to paddle there.";

  private record Decided(long letter, TopicId topic, String text) {
    boolean isIn(Passage letter, Campaigns campaigns) {
      return campaigns.isSame(
          campaigns.distinctive(letter), campaigns.distinctive(Passage.of(text)));
    }

    Neighbour neighbour() {
      return new Neighbour(letter, topic);
    }
  }

  private static Matching matching(List<Decided> letters) {
    SimilarLetters similarLetters =
        (number, passage, campaigns) ->
            letters.stream()
                .filter(d -> d.isIn(passage, campaigns))
                .map(Decided::neighbour)
                .toList();
    return new Matching(CATALOG, similarLetters, new Campaigns(), Embedder.OFF);
  }

  private static Match match(Matching matching) {
    return matching.match(
        new org.postbag.email.LetterReader()
            .read(
                ("Subject: River\r\n\r\n" + TEXT + "\r\n")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  private static Decided decided(long letter, TopicId topic) {
    return new Decided(letter, topic, "Dear Ms Roe, " + TEXT + " Yours, Ann");
  }

  @Test
  void aTextThatPeopleDecidedOnBeforeGoesTheSameWay() {
    assertThat(match(matching(List.of())).abstained()).isTrue();

    Match once = match(matching(List.of(decided(7, SCHOOLS.id()))));
    Match thrice =
        match(
            matching(
                List.of(
                    decided(7, SCHOOLS.id()), decided(8, SCHOOLS.id()), decided(9, SCHOOLS.id()))));

    assertThat(once.topic()).contains(SCHOOLS.id());
    assertThat(once.probability()).isEqualTo(2 / 3.0);
    assertThat(once.abstained()).as("one letter is not enough to be sure").isTrue();
    assertThat(thrice.probability()).isEqualTo(0.8);
    assertThat(thrice.abstained()).isFalse();
    assertThat(thrice.evidence().getFirst().feature())
        .isEqualTo("the same text as letter 7, letter 8, letter 9");
  }

  @Test
  void decisionsThatDifferOrAreOnTopicsThatAreGoneSayNothing() {
    Match none = match(matching(List.of()));

    assertThat(match(matching(List.of(decided(7, SCHOOLS.id()), decided(8, BUSES.id())))))
        .isEqualTo(none);
    assertThat(match(matching(List.of(decided(7, new TopicId("gone")))))).isEqualTo(none);
  }

  @Test
  void aTopicThatTheLettersWordsExcludeStaysExcluded() {
    String text = TEXT + " We saw it on our booze cruise.";
    Neighbour near = new Neighbour(7, CALAIS.id());
    TopicMatcher matcher = TopicMatcher.of(CATALOG);
    KnownTextRule same = new KnownTextRule(List.of(near, near), CATALOG);

    Match match =
        same.override(matcher.match(Passage.of(text), 1, SimilarLetters.NONE, same.topic()));

    assertThat(match.topic()).isNotEqualTo(Optional.of(CALAIS.id()));
  }

  private static SimilarLetters deciding(Map<Long, TopicId> decided) {
    return new SimilarLetters() {
      @Override
      public List<Neighbour> withSameText(long number, Passage passage, Campaigns campaigns) {
        return List.of();
      }

      @Override
      public Optional<TopicId> topic(long letter) {
        return Optional.ofNullable(decided.get(letter));
      }
    };
  }

  @Test
  void lettersThatWereLearnedFromAreReasonsAndAllReasonsStillAddUp() {
    List<Example> examples = new ArrayList<>();
    Map<Long, TopicId> decided = new HashMap<>();
    for (int i = 0; i < 6; i++) {
      TopicId topic = i % 2 == 0 ? BUSES.id() : SCHOOLS.id();
      Passage letter =
          Passage.of("The river smells since the works began, says house " + i + " of our street.");
      examples.add(new Example(Optional.of(topic), letter, OptionalLong.of(100 + i)));
      decided.put(100L + i, topic);
    }
    decided.put(102L, SCHOOLS.id());
    decided.remove(103L);
    TopicMatcher matcher = new Trainer(CATALOG).train(examples);
    Passage letter = Passage.of(TEXT);

    Match match = matcher.match(letter, 101, deciding(decided), Optional.empty());

    ScoredText scoredText = matcher.score(letter);
    int first = scoredText.best().orElseThrow();
    double lead =
        scoredText.score(first) - scoredText.score(scoredText.bestExcept(first).orElseThrow());
    double sum = match.evidence().stream().mapToDouble(Evidence::weight).sum();
    assertThat(sum).isCloseTo(lead, within(1e-4));
    List<Evidence> letters =
        match.evidence().stream().filter(e -> e.feature().startsWith("like letter")).toList();
    assertThat(letters).hasSize(3);
    assertThat(letters)
        .as("the letter itself, and those that are decided otherwise by now")
        .noneMatch(e -> e.feature().matches("like letter 10[123] .*"));
    assertThat(letters)
        .anyMatch(e -> e.weight() > 0)
        .allMatch(e -> e.feature().matches(".*\\(0\\.\\d\\d\\)"));
  }

  @Test
  void lettersOnATopicWhoseKeywordsWereSavedAnewAreStillReasons() {
    List<Example> examples = new ArrayList<>();
    Map<Long, TopicId> decided = new HashMap<>();
    for (int i = 0; i < 6; i++) {
      Passage letter = Passage.of("The river smells since the works began, says house " + i + ".");
      examples.add(new Example(Optional.of(BUSES.id()), letter, OptionalLong.of(100 + i)));
      decided.put(100L + i, BUSES.id());
    }
    Topic saved = Topics.topic("buses", BUSES.title(), Topics.word("coach", 3));
    TopicMatcher matcher =
        new Trainer(CATALOG).train(examples).carriedOver(Topics.catalog(CALAIS, saved, SCHOOLS));

    Match match = matcher.match(Passage.of(TEXT), 1, deciding(decided), Optional.empty());

    assertThat(match.evidence()).anyMatch(e -> e.feature().startsWith("like letter 10"));
  }
}
