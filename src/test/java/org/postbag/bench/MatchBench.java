package org.postbag.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.postbag.catalog.Catalog;
import org.postbag.matching.Example;
import org.postbag.matching.Lesson;
import org.postbag.matching.Match;
import org.postbag.matching.Matching;
import org.postbag.matching.TopicMatcher;
import org.postbag.matching.index.TopicIndex;
import org.postbag.matching.words.Passage;

/// `bin/bench match [TOPICS LETTERS WORDS]`: what matching costs, by the number of topics and of
/// decided letters, its reasons included; WORDS 0 are letters of 750 characters. Beside it the
/// limit, and in the same run Lucene's search for the topics that read most like the letter (BM25).
/// Fails when the letters' topics are not found.
public final class MatchBench {
  private static final int CHARACTERS = 750;
  private static final int LETTERS = 2_000;
  private static final long WARM_UP_NANOS = 4_000_000_000L;
  private static final int ROUNDS = 3;
  private static final double LEAST_FOUND = 0.9;

  /// Microseconds: the limit for any letter, and for one of a hundred.
  private static final double LIMIT_OF_CHARACTERS = 800;

  private static final double LIMIT_OF_WORDS = 1000;
  private static final double LIMIT_P99 = 3000;

  private static final int[][] SIZES = {
    {10, 0, 300},
    {100, 0, 300},
    {500, 0, 300},
    {55, 0, 0},
    {55, 200, 0},
    {10, 1000, 300},
    {55, 1000, 0}
  };

  private final PrintStream out = System.out;
  private final MatchLetters letters = new MatchLetters(7);
  private final Random random = new Random(7);

  private MatchBench() {}

  public static void main(String[] options) {
    MatchBench bench = new MatchBench();
    bench.out.println(
        "topics decided words  p50 us x limit  p99 us x limit  found  BM25 us  learn s"
            + "  in force s  heap MB");
    if (options.length == 3) {
      bench.run(Arrays.stream(options).mapToInt(Integer::parseInt).toArray());
    } else {
      Arrays.stream(SIZES).forEach(bench::run);
    }
  }

  private void run(int[] size) {
    int topics = size[0];
    Catalog catalog = MatchLetters.catalog(topics);
    long before = heap();
    long start = System.nanoTime();
    TopicMatcher matcher = matcher(catalog, size[1]);
    double learning = (System.nanoTime() - start) / 1e9;
    double held = (heap() - before) / 1e6;
    Passage[] some = new Passage[LETTERS];
    int found = 0;
    for (int i = 0; i < LETTERS; i++) {
      int topic = random.nextInt(topics);
      some[i] =
          size[2] == 0 ? letters.ofCharacters(topic, CHARACTERS) : letters.ofWords(topic, size[2]);
      Match match = matcher.match(some[i]);
      found += match.topic().equals(Optional.of(MatchLetters.id(topic))) ? 1 : 0;
    }
    if (found < LEAST_FOUND * LETTERS) {
      throw new IllegalStateException("only " + found + " of " + LETTERS + " topics are found");
    }
    double[] micros = micros(some, matcher::match);
    TopicIndex index = new TopicIndex(catalog);
    double[] rival = micros(some, letter -> index.like(letter, 5));
    double limit = size[2] == 0 ? LIMIT_OF_CHARACTERS : LIMIT_OF_WORDS;
    double p99 = micros[micros.length * 99 / 100];
    out.printf(
        Locale.ROOT,
        "%6d %7d %5d %7.0f %7.2f %7.0f %7.2f %6.3f %8.0f %8.2f %11.3f %8.1f%n",
        topics,
        size[1],
        size[2],
        micros[micros.length / 2],
        micros[micros.length / 2] / limit,
        p99,
        p99 / LIMIT_P99,
        (double) found / LETTERS,
        rival[rival.length / 2],
        learning,
        inForce(topics),
        held);
  }

  private TopicMatcher matcher(Catalog catalog, int decided) {
    if (decided == 0) {
      return TopicMatcher.of(catalog);
    }
    int topics = catalog.topics().size();
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < decided; i++) {
      Passage letter = letters.ofCharacters(i % topics, CHARACTERS);
      examples.add(new Example(Optional.of(MatchLetters.id(i % topics)), letter));
    }
    return new Lesson(catalog).learn(examples);
  }

  /// What each letter takes, sorted, after a while of the same work.
  private static double[] micros(Passage[] letters, Consumer<Passage> work) {
    for (long end = System.nanoTime() + WARM_UP_NANOS; System.nanoTime() < end; ) {
      Arrays.stream(letters).limit(LETTERS / 10).forEach(work);
    }
    double[] micros = new double[ROUNDS * letters.length];
    for (int i = 0; i < micros.length; i++) {
      long start = System.nanoTime();
      work.accept(letters[i % letters.length]);
      micros[i] = (System.nanoTime() - start) / 1e3;
    }
    Arrays.sort(micros);
    return micros;
  }

  /// Seconds until one topic more is in force, without decided letters.
  private static double inForce(int topics) {
    Matching matching = new Matching(MatchLetters.catalog(topics));
    Catalog more = MatchLetters.catalog(topics + 1);
    long start = System.nanoTime();
    matching.use(more);
    return (System.nanoTime() - start) / 1e9;
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
