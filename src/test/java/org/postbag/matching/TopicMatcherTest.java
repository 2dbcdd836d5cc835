package org.postbag.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.postbag.matching.Topics.BUSES;
import static org.postbag.matching.Topics.CALAIS;
import static org.postbag.matching.Topics.SCHOOLS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.DraftRule;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Passage;
import org.postbag.matching.Evidence.Where;
import org.postbag.matching.training.Trainer;

class TopicMatcherTest {
  private static final Passage LETTER =
      new Passage(
          "Calais again",
          "Dear Sir, the queues at the Channel Tunnel are a disgrace. Lorry drivers tell me that"
              + " migrants climb aboard near Calais every night. Please secure the border.",
          "en");
  private static final Catalog CATALOG = Topics.catalog(CALAIS, BUSES, SCHOOLS);
  private final TopicMatcher matcher = TopicMatcher.of(CATALOG);

  @Test
  void aTopicOfAFewKeywordsIsRecognisedAtOnce() {
    Match match = matcher.match(LETTER);

    assertThat(match.topic()).contains(new TopicId("calais"));
    assertThat(match.probability()).isGreaterThan(0.8);
    assertThat(match.abstained()).isFalse();
  }

  @Test
  void aLetterOnNothingKnownIsLeftToAPerson() {
    Match match =
        matcher.match(
            Passage.of("My neighbour's hedge has grown over the path again. Can anyone trim it?"));

    assertThat(match.abstained()).isTrue();
    assertThat(match.probability()).isLessThan(0.5);
  }

  @Test
  void positionsNameTheWordsOfTheLetter() {
    List<Evidence> evidence = matcher.match(LETTER).evidence();

    assertThat(evidence).filteredOn(e -> e.where() == Where.SUBJECT).isNotEmpty();
    assertThat(evidence)
        .filteredOn(e -> e.feature().equals("channel tunnel"))
        .singleElement()
        .satisfies(e -> assertThat(written(e)).isEqualTo("Channel Tunnel"));
    assertThat(evidence)
        .filteredOn(e -> e.feature().equals("migrant"))
        .singleElement()
        .satisfies(e -> assertThat(written(e)).isEqualTo("migrants"));
  }

  private static String written(Evidence evidence) {
    String place = evidence.where() == Where.SUBJECT ? LETTER.subject() : LETTER.text();
    return place.substring(evidence.start(), evidence.end());
  }

  @Test
  void theReasonsAddUpToTheLeadOverTheRunnerUp() {
    ScoredText scoredText = matcher.score(LETTER);
    int first = scoredText.best().orElseThrow();
    double lead =
        scoredText.score(first) - scoredText.score(scoredText.bestExcept(first).orElseThrow());

    double sum = matcher.match(LETTER).evidence().stream().mapToDouble(Evidence::weight).sum();

    assertThat(sum).isCloseTo(lead, within(1e-4));
  }

  @Test
  void anExcludedPhraseRulesItsTopicOut() {
    Match match = matcher.match(Passage.of("Calais, Calais! We loved our booze cruise to Calais."));

    assertThat(match.topic()).isNotEqualTo(java.util.Optional.of(new TopicId("calais")));
    assertThat(match.abstained()).isTrue();
  }

  @Test
  void aKeywordForTheSubjectIsNotFoundInTheText() {
    TopicMatcher bySubject =
        TopicMatcher.of(
            Topics.catalog(Topics.topic("parking", "Matter of cars", Topics.inSubject("parking"))));

    assertThat(keywordHits(bySubject, new Passage("Parking", "See above.", "en"))).isEqualTo(1);
    assertThat(keywordHits(bySubject, new Passage("Hello", "About parking.", "en"))).isZero();
  }

  private static long keywordHits(TopicMatcher matcher, Passage letter) {
    return matcher.score(letter).hits().size();
  }

  @Test
  void accentsAndEndingsDoNotMatterInFrenchEither() {
    TopicMatcher french =
        TopicMatcher.of(
            Topics.catalog(Topics.topic("asile", "Droit d'asile", Topics.word("réfugié", 3))));

    assertThat(keywordHits(french, new Passage("", "Accueillons les refugies.", "fr")))
        .isEqualTo(1);
  }

  @Test
  void piecesOfWordsAloneMakeNoTopicLikely() {
    TopicMatcher fishing =
        TopicMatcher.of(
            Topics.catalog(
                Topics.topic("fishing", "Overfishing", Topics.word("fishermen", 3)), BUSES));
    Passage pieces = Passage.of("fisher fished fishy fish fisherfolk");

    assertThat(fishing.classify(pieces).probability()).isZero();
    assertThat(chosen(fishing, pieces)).isEmpty();
    assertThat(fishing.classify(Passage.of("fisher fished, fishermen")).probability())
        .isGreaterThan(0.2);
  }

  @Test
  void aLetterLikeAnExampleNeedsNoneOfTheTopicsOwnWords() {
    Passage letter = Passage.of("The sirens on the pier wake my children every single night.");
    Example noise = new Example(java.util.Optional.of(new TopicId("buses")), letter);

    TopicMatcher taught = new Trainer(Topics.catalog(BUSES, SCHOOLS)).train(List.of(noise));

    assertThat(taught.classify(letter).topic()).contains(new TopicId("buses"));
    assertThat(taught.classify(letter).probability()).isGreaterThan(0.5);
  }

  @Test
  void withoutTopicsNothingMatches() {
    assertThat(TopicMatcher.of(Catalog.EMPTY).match(LETTER)).isEqualTo(Match.NONE);
  }

  @Test
  void aLetterOnTwoMattersShowsBoth() {
    Match match =
        matcher.match(
            Passage.of(
                "The bus timetable is a joke: no bus after six. And our school has lost a teacher"
                    + " again; the school gets far too little per pupil."));

    assertThat(match.candidates().stream().map(c -> c.topic().value()).limit(2))
        .containsExactlyInAnyOrder("buses", "schools");
    assertThat(match.also().map(c -> c.topic().value()))
        .isNotEmpty()
        .isNotEqualTo(match.topic().map(TopicId::value));
  }

  @Test
  void whatABacktestChoosesIsWhatTheDeskShows() {
    String buses = "The bus timetable is a joke.";
    String schools =
        " Our school has lost a teacher; per pupil the school gets little, says each teacher.";
    for (String text : List.of(buses, buses + schools, schools, "No matter.")) {
      Match match = matcher.match(Passage.of(text));

      assertThat(chosen(matcher, Passage.of(text)))
          .as(text)
          .isEqualTo(match.topic().filter(topic -> !match.abstained()));
    }
    Match both =
        TopicMatcher.of(Topics.catalog(strict(BUSES), strict(SCHOOLS), CALAIS))
            .match(Passage.of(buses + schools));
    assertThat(both.also()).isPresent();
    assertThat(both.abstained()).isFalse();
    assertThat(both.probability()).as("sure only beside the other").isLessThan(0.85);
  }

  private static Topic strict(Topic topic) {
    return new Topic(topic.id(), topic.title(), topic.reply(), topic.keywords(), 0.85);
  }

  @Test
  void aPieceOfAWordIsNoReason() {
    TopicMatcher lorries =
        TopicMatcher.of(
            Topics.catalog(Topics.topic("lorries", "Freight", Topics.word("lorry", 3)), BUSES));

    assertThat(lorries.match(Passage.of("I am sorry about the freight.")).evidence())
        .extracting(Evidence::feature)
        .contains("freight")
        .doesNotContain("sorry");
  }

  @Test
  void whatWaitsSaysWhy() {
    Match.Gate gate =
        matcher.match(Passage.of("The hedge is too high; a lorry hit it.")).gate().orElseThrow();

    assertThat(gate.inScope() * gate.share()).isLessThan(gate.line().orElseThrow());
    assertThat(gate.sentence()).contains("drafts begin at 70 %");
    assertThat(matcher.match(LETTER).gate()).isEmpty();
  }

  @Test
  void threeTopicsAreSuggestedForWhatWaits() {
    assertThat(matcher.match(Passage.of("The hedge is too high.")).candidates()).hasSize(3);
  }

  @Test
  void learningTakesNoDraftAway() {
    Catalog catalog =
        new Catalog(Map.of(CALAIS.id(), ruled(CALAIS), BUSES.id(), ruled(BUSES)), Map.of());
    Passage sure =
        Passage.of("Calais again\nCalais, the Channel Tunnel and migrants: secure the border.");
    List<Example> few =
        List.of(
            new Example(Optional.of(CALAIS.id()), Passage.of("I was late for the ferry.")),
            new Example(Optional.of(BUSES.id()), Passage.of("The stop is far away.")));
    TopicMatcher taught = new Trainer(catalog).train(few);

    assertThat(TopicMatcher.of(catalog).match(sure).abstained()).isFalse();
    assertThat(taught.match(sure).abstained()).isFalse();
    assertThat(taught.match(sure).probability())
        .isGreaterThanOrEqualTo(TopicMatcher.of(catalog).match(sure).probability());
  }

  private static Topic ruled(Topic topic) {
    return new Topic(topic.id(), topic.title(), topic.reply(), topic.keywords())
        .withDefault(DraftRule.DEFAULT);
  }

  private Optional<TopicId> chosen(TopicMatcher by, Passage text) {
    return new Comparison(new ActiveModel(CATALOG, List.of(), by), CATALOG)
        .of(List.of(text))
        .getFirst()
        .before();
  }

  @Test
  void aLetterOnOneMatterIsAboutNothingElse() {
    assertThat(matcher.match(LETTER).also()).isEmpty();
  }
}
