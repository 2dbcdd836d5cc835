package org.postbag.matching.learned;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.TopicId;
import org.postbag.matching.Example;
import org.postbag.matching.Lesson;
import org.postbag.matching.meaning.Meaning;
import org.postbag.matching.meaning.OwnSenses;
import org.postbag.matching.trial.Guess;
import org.postbag.matching.trial.LabelledText;
import org.postbag.matching.trial.Scorecard;
import org.postbag.matching.words.Features;
import org.postbag.matching.words.Frequencies;
import org.postbag.matching.words.Vector;
import org.postbag.matching.words.Words;

/// `bin/bench honest TOPICS REPLIES LETTERS.tsv…`: what the matching is worth on topics and letters
/// that its shipped tables have not seen. The topics are cut in two, both ways, several times. The
/// weights are fitted, and the frequencies of words counted, on one half of the letters of one half
/// of the topics. The other topics are then known; the other letters of the first topics are those
/// that no topic fits.
public final class CrossFit {
  private static final int CUTS = 10;
  private static final int MOST_TESTS_OF_A_TOPIC = 8;
  private static final int MOST_COUNTED_OF_A_TOPIC = 4;

  private final Lesson lesson;
  private final List<Example> letters;
  private final List<Integer> labels;
  private final List<Vector> background;
  private final int topics;

  private CrossFit(Catalog catalog, Meaning meaning, List<Example> all) {
    this.lesson = new Lesson(catalog, meaning);
    List<TopicId> ids = catalog.all().stream().map(topic -> topic.id()).toList();
    this.topics = ids.size();
    this.letters = all.stream().filter(e -> e.topic().isPresent()).toList();
    this.labels = letters.stream().map(e -> ids.indexOf(e.topic().orElseThrow())).toList();
    this.background = all.stream().filter(e -> e.topic().isEmpty()).map(CrossFit::present).toList();
  }

  static List<Example> letters(List<Path> files, Meaning meaning) throws IOException {
    List<Example> letters = new ArrayList<>();
    for (Path file : files) {
      for (LabelledText text : LabelledText.read(file)) {
        Optional<TopicId> topic =
            text.outOfScope() ? Optional.empty() : Optional.of(new TopicId(text.label()));
        letters.add(new Example(topic, text.letter()).meaning(meaning.of(text.letter())));
      }
    }
    return letters;
  }

  public static void main(String[] arguments) throws IOException {
    List<Path> paths = Arrays.stream(arguments).map(Path::of).toList();
    measure(paths, Meaning.open(Meaning.When.ALWAYS), System.out);
  }

  /// Prints what the matching is worth with that meaning.
  ///
  /// @param paths topics, replies, and files of letters
  public static void measure(List<Path> paths, Meaning meaning, PrintStream out)
      throws IOException {
    Catalog catalog = CatalogReader.read(paths.get(0), Optional.of(paths.get(1))).catalog();
    CrossFit fit = new CrossFit(catalog, meaning, letters(paths.subList(2, paths.size()), meaning));
    out.println(
        "examples  letters  odd  accuracy  with refusal  odd refused  ECE  (perfect)   AUROC");
    for (int examples : new int[] {0, 1, 3, 5, 10}) {
      Scorecard card = Scorecard.of(fit.guesses(examples));
      out.printf(
          Locale.ROOT,
          "%8d %8d %4d %9.1f %13.1f %12.1f %4.1f %10.1f %7.1f%n",
          examples,
          card.inScope(),
          card.outOfScope(),
          card.accuracy() * 100,
          card.accuracyWithRefusal() * 100,
          card.outOfScopeRecall() * 100,
          card.calibrationError() * 100,
          card.calibrationFloor() * 100,
          card.auroc() * 100);
    }
  }

  private List<Guess> guesses(int examples) {
    List<Guess> guesses = new ArrayList<>();
    for (int cut = 0; cut < CUTS; cut++) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, topics).boxed().toList());
      Collections.shuffle(order, new Random(cut));
      List<Integer> one = order.subList(0, topics / 2);
      List<Integer> other = order.subList(topics / 2, topics);
      guesses.addAll(guesses(one, other, examples, new Random(cut + 100)));
      guesses.addAll(guesses(other, one, examples, new Random(cut + 200)));
    }
    return guesses;
  }

  private static Vector present(Example letter) {
    return Features.present(Words.of(letter.letter()));
  }

  private List<Guess> guesses(
      List<Integer> fitted, List<Integer> known, int examples, Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, letters.size()).boxed().toList());
    Collections.shuffle(order, random);
    List<Integer> toFit = new ArrayList<>();
    List<Integer> toLearn = new ArrayList<>();
    List<Integer> toTest = new ArrayList<>();
    Map<Integer, Integer> seen = new HashMap<>();
    for (int letter : order) {
      int label = labels.get(letter);
      int count = seen.merge(label, 1, Integer::sum);
      if (fitted.contains(label)) {
        if (count % 2 == 0) {
          toFit.add(letter);
        } else if (count <= MOST_TESTS_OF_A_TOPIC) {
          toTest.add(letter);
        }
      } else if (count <= examples) {
        toLearn.add(letter);
      } else if (count <= examples + MOST_TESTS_OF_A_TOPIC) {
        toTest.add(letter);
      }
    }
    Frequencies counted = frequencies(toFit);
    Weights.Pair weights = new Fitting(material(toFit, counted), fitted).weights(examples > 0);
    return guesses(weights, counted, known, toLearn, toTest);
  }

  private Frequencies frequencies(List<Integer> from) {
    List<Vector> texts = new ArrayList<>(background);
    Map<Integer, Integer> taken = new HashMap<>();
    for (int letter : from) {
      if (taken.merge(labels.get(letter), 1, Integer::sum) <= MOST_COUNTED_OF_A_TOPIC) {
        texts.add(present(letters.get(letter)));
      }
    }
    return Frequencies.count(texts);
  }

  private Lesson.Material material(List<Integer> which, Frequencies frequencies) {
    return lesson.material(which.stream().map(letters::get).toList(), new Features(frequencies));
  }

  private List<Guess> guesses(
      Weights.Pair weights,
      Frequencies counted,
      List<Integer> known,
      List<Integer> toLearn,
      List<Integer> toTest) {
    Frequencies own =
        Frequencies.count(toLearn.stream().map(letter -> present(letters.get(letter))).toList());
    Frequencies frequencies = counted.plus(own);
    Lesson.Material lessons = material(toLearn, frequencies);
    List<Vector> profiles = known.stream().map(lessons.profiles()::get).toList();
    OwnSenses senses = lessons.senses().of(known);
    List<Sample> samples = lessons.samples().stream().map(s -> renumbered(s, known)).toList();
    Learned learned =
        samples.isEmpty()
            ? Learned.fromNothing(profiles, senses, weights)
            : new Study(profiles, senses, samples, weights).learned();
    return material(toTest, frequencies).samples().stream()
        .map(sample -> guess(learned, renumbered(sample, known)))
        .toList();
  }

  private static Sample renumbered(Sample sample, List<Integer> known) {
    List<Double> keywords = known.stream().map(sample.keywords()::get).toList();
    return new Sample(sample.text(), keywords, known.indexOf(sample.label()), sample.sense());
  }

  private static Guess guess(Learned learned, Sample sample) {
    double[] keywords = sample.keywords().stream().mapToDouble(Double::doubleValue).toArray();
    Standing byWords = learned.standing(learned.place(sample.text()), keywords);
    Standing standing =
        sample.sense().map(sense -> learned.standing(byWords, sense)).orElse(byWords);
    int best = standing.best().orElseThrow();
    double onATopic = learned.weightsWithMeaning().gate().probability(standing.view());
    String label = sample.label() == Sample.NONE ? "oos" : Integer.toString(sample.label());
    double confidence = onATopic * standing.share(best);
    return new Guess(label, Integer.toString(best), confidence, "", 1 - onATopic);
  }
}
