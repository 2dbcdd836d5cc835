package org.postbag.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Passage;

class MatchingTest {
  private static final Topic TRAMS = Topics.topic("trams", "Trams", Topics.word("tram", 3));
  private static final Passage TRAM = Passage.of("A tram, a tram!");

  /// Decided letters that use no keyword of their topic.
  private static List<Example> decided(int count) {
    List<String> rides = List.of("the 47", "the night service", "the last coach");
    List<Example> letters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text =
          "Once more %s drove past the shelter, %d minutes late.".formatted(rides.get(i % 3), i);
      letters.add(new Example(Optional.of(Topics.BUSES.id()), Passage.of(text)));
    }
    return letters;
  }

  private static double learned(Matching matching) {
    Prediction prediction =
        matching.matcher().classify(Passage.of("Once more the 47 drove past the shelter."));
    assertThat(prediction.topic()).contains(Topics.BUSES.id());
    return prediction.probability();
  }

  @Test
  void aSavedTopicIsInForceBeforeMuchIsLearnedAnew() throws InterruptedException {
    Matching matching = new Matching(Topics.catalog(Topics.BUSES, Topics.SCHOOLS));
    matching.train(decided(150));
    double before = learned(matching);
    TopicMatcher carried = matching.matcher().carriedOver(changed());
    CountDownLatch relearned = new CountDownLatch(1);

    matching.activate(changed(), relearned::countDown);

    assertThat(matching.matcher().classify(TRAM).topic()).contains(TRAMS.id());
    assertThat(relearned.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(matching.matcher().classify(TRAM).topic()).contains(TRAMS.id());
    assertThat(learned(matching)).isGreaterThan(0.5);
    assertThat(carried.classify(TRAM).topic()).contains(TRAMS.id());
    assertThat(carried.classify(decided(1).getFirst().letter()).probability())
        .isCloseTo(before, within(0.2));
  }

  private static Catalog changed() {
    return Topics.catalog(Topics.BUSES, TRAMS);
  }

  @Test
  void topicsThatAreSavedTwiceEndAsTheyWereSavedLast() throws InterruptedException {
    Matching matching = new Matching(Topics.catalog(Topics.BUSES, Topics.SCHOOLS));
    matching.train(decided(150));
    CountDownLatch relearned = new CountDownLatch(1);

    matching.activate(changed(), () -> {});
    matching.activate(Topics.catalog(Topics.BUSES, Topics.CALAIS), relearned::countDown);

    assertThat(relearned.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(matching.matcher().classify(TRAM).topic())
        .isNotEqualTo(Optional.of(new TopicId("trams")));
  }
}
