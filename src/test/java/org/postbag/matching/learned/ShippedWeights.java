package org.postbag.matching.learned;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.TopicId;
import org.postbag.matching.Example;
import org.postbag.matching.Lesson;
import org.postbag.matching.trial.LabelledText;
import org.postbag.matching.words.Vector;

/// `bin/bench weights OUT.properties TOPICS REPLIES LETTERS.tsv…` fits the weights that are
/// shipped: again and again half of the topics are known, with a few examples each or none, and the
/// letters of the other half are those that no topic fits.
public final class ShippedWeights {
  private static final int DRAWS = 30;
  private static final int[] EXAMPLES = {1, 2, 3, 5, 8, 12};
  private static final int MOST_TESTS_OF_A_TOPIC = 6;
  private static final double PENALTY = 0.05;

  private static final Weights START =
      new Weights(new Fusion(0.5, 40, 0.5), new Gate(-4, 30, 1, 0.3, 0, 0, 0));

  private final Lesson.Material material;
  private final int topics;

  private ShippedWeights(Lesson.Material material) {
    this.material = material;
    this.topics = material.profiles().size();
  }

  public static void main(String[] arguments) throws IOException {
    Path[] paths = Arrays.stream(arguments).map(Path::of).toArray(Path[]::new);
    Catalog catalog = CatalogReader.read(paths[1], Optional.of(paths[2])).catalog();
    List<Example> letters = new ArrayList<>();
    for (int i = 3; i < paths.length; i++) {
      for (LabelledText text : LabelledText.read(paths[i])) {
        letters.add(new Example(Optional.of(new TopicId(text.label())), text.letter()));
      }
    }
    ShippedWeights fit = new ShippedWeights(new Lesson(catalog).materialFromNothing(letters));
    List<String> lines = new ArrayList<>();
    lines.add("# Made by bin/bench weights; see ShippedWeights.");
    lines.addAll(lines("from-nothing", fit.weights(false)));
    lines.addAll(lines("with-examples", fit.weights(true)));
    Files.write(paths[0], lines);
  }

  private static List<String> lines(String name, Weights weights) {
    return List.of(
        name + ".fusion=" + numbers(weights.fusion().values()),
        name + ".gate=" + numbers(weights.gate().values()));
  }

  private static String numbers(double[] values) {
    return Arrays.stream(values)
        .mapToObj(value -> String.format(Locale.ROOT, "%.3f", value))
        .collect(Collectors.joining(" "));
  }

  private Weights weights(boolean withExamples) {
    List<Trial> trials = new ArrayList<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      int examples = withExamples ? EXAMPLES[draw % EXAMPLES.length] : 0;
      trials.addAll(trials(new Random(draw), examples));
    }
    return Learned.weights(Rehearsal.balanced(trials, topics / 2), START, PENALTY);
  }

  private List<Trial> trials(Random random, int examples) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, topics).boxed().toList());
    Collections.shuffle(order, random);
    List<Integer> known = order.subList(0, topics / 2);
    List<Integer> letters =
        new ArrayList<>(IntStream.range(0, material.samples().size()).boxed().toList());
    Collections.shuffle(letters, random);
    List<Vector> texts = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    List<Sample> tests = new ArrayList<>();
    Map<Integer, Integer> taken = new TreeMap<>();
    for (int letter : letters) {
      Sample sample = material.samples().get(letter);
      int place = known.indexOf(sample.label());
      int count = taken.merge(sample.label(), 1, Integer::sum);
      if (place >= 0 && count <= examples) {
        texts.add(sample.text());
        labels.add(place);
      } else if (count <= MOST_TESTS_OF_A_TOPIC + (place >= 0 ? examples : 0)) {
        tests.add(sample);
      }
    }
    Learned model = learn(known.stream().map(material.profiles()::get).toList(), texts, labels);
    return tests.stream()
        .map(test -> Rehearsal.trial(model, test, known, known.indexOf(test.label())))
        .toList();
  }

  private static Learned learn(List<Vector> profiles, List<Vector> texts, List<Integer> labels) {
    int[] numbers = labels.stream().mapToInt(Integer::intValue).toArray();
    return texts.isEmpty()
        ? Learned.fromNothing(profiles)
        : Learned.fit(profiles, texts, numbers, START);
  }
}
