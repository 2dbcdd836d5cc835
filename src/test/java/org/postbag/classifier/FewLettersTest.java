package org.postbag.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.embedding.LabelEmbeddings;
import org.postbag.classifier.text.DocumentFrequencies;
import org.postbag.classifier.text.Passage;
import org.postbag.classifier.text.SparseVector;
import org.postbag.classifier.text.Vectorizer;
import org.postbag.matching.Example;
import org.postbag.matching.training.Trainer;

/// Of few letters it is chance which of them, and which topics, are kept back together.
class FewLettersTest {
  private static final int ORDERS = 30;

  private static final Map<String, List<String>> LETTERS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "buses, fares and stops",
                  List.of(
                      "The evening bus to the hospital was cut, and nurses walk home in the dark.",
                      "Since April only two buses a day stop in our village.",
                      "My son missed school again because the bus did not come.",
                      "Please keep the bus fare at two pounds for those who have no car.",
                      "Our bus stop has neither a roof nor a timetable.")),
              Map.entry(
                  "schools, teachers and classrooms",
                  List.of(
                      "Our school loses a teacher because so few children are in the village.",
                      "The classroom roof leaks, and the school has no money left.",
                      "Please do not close the school where three generations learned to read.",
                      "Teachers buy pencils for their classroom themselves.",
                      "Children would have to travel ten miles by bus if the school went.")),
              Map.entry(
                  "hospitals, nurses and waiting lists",
                  List.of(
                      "My mother waited nine hours on a trolley in the hospital corridor.",
                      "It is a year since I was put on the waiting list for a new hip.",
                      "There were two nurses for the whole ward that night.",
                      "The hospital cancels appointments on the day, and nobody says why.",
                      "Nurses leave our hospital because they cannot park there.")),
              Map.entry(
                  "new houses, builders and planning",
                  List.of(
                      "Four hundred houses are planned on the meadow, and no doctor for them.",
                      "Our children cannot rent a house, let alone buy, where they grew up.",
                      "The builder promised a playground with the houses, and built none.",
                      "Why does planning put new houses where the river floods every winter?",
                      "The planning office heard the builder and not the village.")),
              Map.entry(
                  "rivers, sewage and floods",
                  List.of(
                      "Sewage is let into our river whenever it rains, and the fish are dead.",
                      "Swimmers fell ill after a day in the river below the sewage works.",
                      "The water company pays its owners and lets sewage leak.",
                      "There was foam on the river all along the meadow in May.",
                      "After the flood the river left mud in forty kitchens.")),
              Map.entry(
                  "farms, milk and meadows",
                  List.of(
                      "Our farm sells milk for less than the feed costs, and must give up the herd.",
                      "The new payments to farms for meadows come a year late.",
                      "A farmer cannot plan when the rules change with each minister.",
                      "Supermarkets pay farms for lamb what they paid twenty years ago.",
                      "Milk from our farm has gone to the same dairy since my grandfather's day.")),
              Map.entry(
                  "police, thieves and stations",
                  List.of(
                      "No police came when our shop was robbed for the third time.",
                      "The police station is flats now, and the next is ten miles away.",
                      "Two police officers have to look after the whole valley at night.",
                      "Thieves take quad bikes from farms and know that no police will come.",
                      "The thieves were on film, and the police had no time to look.")),
              Map.entry(
                  "post offices, banks and counters",
                  List.of(
                      "The last post office in the valley closes, and the bank has gone already.",
                      "My neighbour is eighty and cannot pay her bills without a bank.",
                      "The post office counter in the shop opens for two hours a week.",
                      "Pensions were paid at the post office; now we must take the bus.",
                      "The bank says that everybody has a telephone.")),
              Map.entry(
                  "dogs, leads and parks",
                  List.of(
                      "Dogs run free in the park where my children play.",
                      "My dog was bitten by another without a lead.",
                      "The park needs a fence for dogs, and bins.",
                      "Walkers let dogs off the lead among our sheep.",
                      "A lead costs five pounds, and a sheep a hundred.")),
              Map.entry(
                  "libraries, books and readers",
                  List.of(
                      "The library opens on two afternoons only, and no new books come.",
                      "My children got all their books from the library bus.",
                      "Readers of large print wait months for a book.",
                      "Please do not sell the library, where old readers keep warm.",
                      "Volunteers cannot run a library without a librarian."))));

  private static Trainer.TrainingData material() {
    Map<TopicId, Topic> topics = new TreeMap<>();
    List<Example> letters = new ArrayList<>();
    LETTERS.forEach((title, texts) -> {
      TopicId id = new TopicId(title.substring(0, title.indexOf(',')).replace(' ', '-'));
      topics.put(id, new Topic(id, title, Optional.empty(), List.of(), 0.7));
      texts.forEach(text -> letters.add(new Example(Optional.of(id), Passage.of(text))));
    });
    return new Trainer(new Catalog(topics, Map.of()))
        .material(letters, new Vectorizer(DocumentFrequencies.shipped()));
  }

  /// The same letters and topics in another order.
  private static Trainer.TrainingData shuffled(Trainer.TrainingData material, Random random) {
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, material.profiles().size()).boxed().toList());
    Collections.shuffle(order, random);
    List<SparseVector> profiles = order.stream().map(material.profiles()::get).toList();
    List<LabelledText> samples = new ArrayList<>();
    material.samples().forEach(s -> samples.add(s.withLabel(order.indexOf(s.label()))));
    Collections.shuffle(samples, random);
    return new Trainer.TrainingData(
        material.vectorizer(), profiles, LabelEmbeddings.UNKNOWN, samples);
  }

  private static InScopeGate learned(Trainer.TrainingData material) {
    return new TrainingRun(material.profiles(), LabelEmbeddings.UNKNOWN, material.samples())
        .train()
        .weights()
        .inScopeGate();
  }

  private static InScopeGate rehearsedOnce(Trainer.TrainingData material) {
    List<ValidationCase> trials =
        new CrossValidation(material.profiles(), LabelEmbeddings.UNKNOWN, material.samples())
            .cases();
    return Weights.WITH_EXAMPLES.fitted(trials, 0.5).words().inScopeGate();
  }

  /// By how much a letter's probability of being on any topic differs from order to order.
  private static double spread(Function<Trainer.TrainingData, InScopeGate> learning) {
    Trainer.TrainingData material = material();
    List<InScopeGate> gates =
        IntStream.range(0, ORDERS)
            .mapToObj(order -> learning.apply(shuffled(material, new Random(order))))
            .toList();
    List<ValidationCase> letters =
        new CrossValidation(material.profiles(), LabelEmbeddings.UNKNOWN, material.samples(), 99)
            .cases();
    Fusion fusion = Weights.WITH_EXAMPLES.words().fusion();
    return letters.stream()
        .map(letter -> letter.view(fusion))
        .mapToDouble(view ->
            deviation(
                gates.stream().mapToDouble(inScopeGate -> inScopeGate.probability(view)).toArray()))
        .average()
        .orElseThrow();
  }

  private static double deviation(double[] values) {
    double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }

  @Test
  void theOrderOfFewLettersAndTopicsMattersLessThanInOneRehearsal() {
    double once = spread(FewLettersTest::rehearsedOnce);
    double learned = spread(FewLettersTest::learned);

    assertThat(learned).isLessThan(0.75 * once);
  }

  @Test
  void severalRehearsalsTogetherTellNoMoreThanEachLetterOnce() {
    Trainer.TrainingData few = material();
    TrainingRun trainingRun =
        new TrainingRun(few.profiles(), LabelEmbeddings.UNKNOWN, few.samples());

    double inScope =
        trainingRun.casesToFit().stream()
            .filter(ValidationCase::inScope)
            .mapToDouble(ValidationCase::weight)
            .sum();

    // With five letters a topic each is kept back once in five folds; a fifth of the topics is out.
    assertThat(inScope).isCloseTo(0.8 * few.samples().size(), within(1e-9));
  }
}
