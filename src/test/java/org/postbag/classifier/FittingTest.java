package org.postbag.classifier;

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
import org.postbag.classifier.embedding.LabelEmbeddings;
import org.postbag.classifier.text.DocumentFrequencies;
import org.postbag.classifier.text.Passage;
import org.postbag.classifier.text.Vectorizer;
import org.postbag.matching.Example;
import org.postbag.matching.training.Trainer;

class FittingTest {
  private static final List<String> MATTERS =
      List.of("hedgehogs", "potholes", "libraries", "ferries", "dentists", "allotments");
  private static final List<String> WORDS =
      List.of("sadly", "again", "winter", "council", "mother", "street", "every", "closed");

  private static Trainer.TrainingData material() {
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
    return new Trainer(new Catalog(topics, Map.of()))
        .material(letters, new Vectorizer(DocumentFrequencies.shipped()));
  }

  @Test
  void theShippedWeightsComeOutTheSameAgain() {
    assertThat(ShippedWeights.lines(List.of(material())))
        .isEqualTo(ShippedWeights.lines(List.of(material())));
  }

  @Test
  void weightsThatAreFittedTellTheLettersApart() {
    Trainer.TrainingData material = material();
    Weights weights = new Fitting(material, List.of(0, 1, 2, 3, 4, 5)).weights(true).words();

    assertThat(weights.fusion().centroid()).isPositive();
    assertThat(weights.inScopeGate().likeness()).isPositive();
  }

  @Test
  void learningTwiceGivesTheSameModel() {
    Trainer.TrainingData material = material();
    TopicModel once = learned(material);
    TopicModel again = learned(material);

    assertThat(once.weights()).isEqualTo(again.weights());
    for (LabelledText labelledText : material.samples()) {
      IndexedVector text = once.index(labelledText.text());
      IndexedVector same = again.index(labelledText.text());
      assertThat(once.scores(text, new double[6]).view())
          .isEqualTo(again.scores(same, new double[6]).view());
      Fusion fusion = once.weights().fusion();
      assertThat(once.slopes(fusion, text, 3, 1)).isEqualTo(again.slopes(fusion, same, 3, 1));
    }
  }

  @Test
  void theCentreOfATopicWithoutExamplesIsItsOwnWords() {
    Trainer.TrainingData material = material();
    TopicModel untaught = TopicModel.untrained(material.profiles(), LabelEmbeddings.UNKNOWN);

    for (LabelledText labelledText : material.samples()) {
      InScopeGate.View view =
          untaught.scores(untaught.index(labelledText.text()), new double[6]).view();
      assertThat(view.labelCosine()).isPositive().isCloseTo(view.cosine(), within(1e-4));
    }
  }

  @Test
  void examplesOfOneSideOfATopicTakeNothingFromItsOwnWords() {
    Trainer.TrainingData material = material();
    TopicModel untaught = TopicModel.untrained(material.profiles(), LabelEmbeddings.UNKNOWN);
    TopicModel taught = learned(material);

    for (LabelledText labelledText : material.samples()) {
      double before =
          untaught.scores(untaught.index(labelledText.text()), new double[6]).view().labelCosine();
      double after =
          taught.scores(taught.index(labelledText.text()), new double[6]).view().labelCosine();
      assertThat(after).isCloseTo(before, within(1e-9));
    }
  }

  private static TopicModel learned(Trainer.TrainingData material) {
    return new TrainingRun(material.profiles(), LabelEmbeddings.UNKNOWN, material.samples())
        .train();
  }

  @Test
  void lettersThatAreDrawnAgainAndAgainCountOnce() {
    ValidationCase.TopicEvidence look =
        new ValidationCase.TopicEvidence(1, 0.2, 0.2, 0.25, 0, 1, EmbeddingSimilarity.UNKNOWN);
    List<ValidationCase> cases = new ArrayList<>();
    for (int draw = 0; draw < 30; draw++) {
      cases.add(new ValidationCase(List.of(look), t -> 0, 0, 1));
      cases.add(new ValidationCase(List.of(look), t -> 0, ValidationCase.LEFT_OUT, 1));
    }

    assertThat(Fitting.once(cases, 2)).extracting(ValidationCase::weight).containsOnly(1 / 30.0);
  }

  @Test
  void lettersOfTopicsThatWereLeftOutOnlyStandInForThoseThatPeopleSaidNoneTo() {
    Trainer.TrainingData material = material();
    List<LabelledText> samples = new ArrayList<>(material.samples());
    samples.add(samples.getFirst().withLabel(LabelledText.NONE));
    CrossValidation crossValidation =
        new CrossValidation(material.profiles(), LabelEmbeddings.UNKNOWN, samples);

    List<ValidationCase> cases = crossValidation.cases();

    for (int i = 0; i < cases.size(); i++) {
      int label = samples.get(crossValidation.caseSamples().get(i)).label();
      assertThat(cases.get(i).truth() == LabelledText.NONE).isEqualTo(label == LabelledText.NONE);
    }
    assertThat(cases)
        .extracting(ValidationCase::truth)
        .contains(LabelledText.NONE, ValidationCase.LEFT_OUT);
  }

  @Test
  void everyRoundTriesEachLetterAndOthersTogether() {
    Trainer.TrainingData material = material();

    List<Integer> first = tried(material, 0);
    List<Integer> second = tried(material, 1);

    assertThat(second).hasSameElementsAs(first).isNotEqualTo(first);
    assertThat(tried(material, 1)).isEqualTo(second);
  }

  private static List<Integer> tried(Trainer.TrainingData material, int round) {
    CrossValidation crossValidation =
        new CrossValidation(
            material.profiles(), LabelEmbeddings.UNKNOWN, material.samples(), round);
    crossValidation.cases();
    return crossValidation.caseSamples();
  }
}
