package org.postbag.matching.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.matching.Example;
import org.postbag.matching.Lesson;
import org.postbag.matching.meaning.OwnSenses;
import org.postbag.matching.words.Features;
import org.postbag.matching.words.Frequencies;
import org.postbag.matching.words.Passage;

class FittingTest {
  private static final List<String> MATTERS =
      List.of("hedgehogs", "potholes", "libraries", "ferries", "dentists", "allotments");
  private static final List<String> WORDS =
      List.of("sadly", "again", "winter", "council", "mother", "street", "every", "closed");

  private static Lesson.Material material() {
    Map<TopicId, Topic> topics = new TreeMap<>();
    List<Example> letters = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      String matter = MATTERS.get(i % MATTERS.size());
      TopicId id = new TopicId(matter);
      topics.put(id, new Topic(id, matter, Optional.empty(), List.of(), 0.7));
      String text =
          "Our %s are %s %s".formatted(matter, WORDS.get(i % 8), WORDS.get(i * 3 / 5 % 8));
      letters.add(new Example(Optional.of(id), Passage.of(text)));
    }
    return new Lesson(new Catalog(topics, Map.of()))
        .material(letters, new Features(Frequencies.shipped()));
  }

  @Test
  void theShippedWeightsComeOutTheSameAgain() {
    assertThat(ShippedWeights.lines(material())).isEqualTo(ShippedWeights.lines(material()));
  }

  @Test
  void weightsThatAreFittedTellTheLettersApart() {
    Lesson.Material material = material();
    Weights weights = new Fitting(material, List.of(0, 1, 2, 3, 4, 5)).weights(true).words();

    assertThat(weights.fusion().centre()).isPositive();
    assertThat(weights.gate().likeness()).isPositive();
  }

  @Test
  void learningTwiceGivesTheSameModel() {
    Lesson.Material material = material();
    Learned once = learned(material);
    Learned again = learned(material);

    assertThat(once.weights()).isEqualTo(again.weights());
    for (Sample sample : material.samples()) {
      Placed text = once.place(sample.text());
      Placed same = again.place(sample.text());
      assertThat(once.standing(text, new double[6]).view())
          .isEqualTo(again.standing(same, new double[6]).view());
      Fusion fusion = once.weights().fusion();
      assertThat(once.slopes(fusion, text, 3, 1)).isEqualTo(again.slopes(fusion, same, 3, 1));
    }
  }

  @Test
  void theCentreOfATopicWithoutExamplesIsItsOwnWords() {
    Lesson.Material material = material();
    Learned untaught = Learned.fromNothing(material.profiles(), OwnSenses.UNKNOWN);

    for (Sample sample : material.samples()) {
      Gate.View view = untaught.standing(untaught.place(sample.text()), new double[6]).view();
      assertThat(view.own()).isPositive().isCloseTo(view.cosine(), within(1e-4));
    }
  }

  @Test
  void examplesOfOneSideOfATopicTakeNothingFromItsOwnWords() {
    Lesson.Material material = material();
    Learned untaught = Learned.fromNothing(material.profiles(), OwnSenses.UNKNOWN);
    Learned taught = learned(material);

    for (Sample sample : material.samples()) {
      double before = untaught.standing(untaught.place(sample.text()), new double[6]).view().own();
      double after = taught.standing(taught.place(sample.text()), new double[6]).view().own();
      assertThat(after).isCloseTo(before, within(1e-9));
    }
  }

  private static Learned learned(Lesson.Material material) {
    return new Study(material.profiles(), OwnSenses.UNKNOWN, material.samples()).learned();
  }

  @Test
  void lettersThatAreDrawnAgainAndAgainCountOnce() {
    Trial.Look look = new Trial.Look(1, 0.2, 0.25, 0, 1, Alike.UNKNOWN);
    List<Trial> trials = new ArrayList<>();
    for (int draw = 0; draw < 30; draw++) {
      trials.add(new Trial(List.of(look), t -> 0, 0, 1));
      trials.add(new Trial(List.of(look), t -> 0, Trial.LEFT_OUT, 1));
    }

    assertThat(Fitting.once(trials, 2)).extracting(Trial::weight).containsOnly(1 / 30.0);
  }

  @Test
  void lettersOfTopicsThatWereLeftOutOnlyStandInForThoseThatPeopleSaidNoneTo() {
    Lesson.Material material = material();
    List<Sample> samples = new ArrayList<>(material.samples());
    samples.add(samples.getFirst().labelled(Sample.NONE));
    Rehearsal rehearsal = new Rehearsal(material.profiles(), OwnSenses.UNKNOWN, samples);

    List<Trial> trials = rehearsal.trials();

    for (int i = 0; i < trials.size(); i++) {
      int label = samples.get(rehearsal.tried().get(i)).label();
      assertThat(trials.get(i).truth() == Sample.NONE).isEqualTo(label == Sample.NONE);
    }
    assertThat(trials).extracting(Trial::truth).contains(Sample.NONE, Trial.LEFT_OUT);
  }

  @Test
  void everyRoundTriesEachLetterAndOthersTogether() {
    Lesson.Material material = material();

    List<Integer> first = tried(material, 0);
    List<Integer> second = tried(material, 1);

    assertThat(second).hasSameElementsAs(first).isNotEqualTo(first);
    assertThat(tried(material, 1)).isEqualTo(second);
  }

  private static List<Integer> tried(Lesson.Material material, int round) {
    Rehearsal rehearsal =
        new Rehearsal(material.profiles(), OwnSenses.UNKNOWN, material.samples(), round);
    rehearsal.trials();
    return rehearsal.tried();
  }
}
