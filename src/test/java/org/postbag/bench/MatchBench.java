package org.postbag.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Keyword;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.matching.Example;
import org.postbag.matching.Lesson;
import org.postbag.matching.TopicMatcher;
import org.postbag.matching.words.Passage;

/// `bin/bench match [TOPICS LETTERS]`: what matching costs, by the number of topics and of decided
/// letters. Letters of 750 characters are made of invented words, a few of them of their topic.
public final class MatchBench {
  private static final int LETTER_WORDS = 120;
  private static final int WARM_UP = 3_000;
  private static final int MEASURED = 5_000;

  private final Random random = new Random(7);
  private final List<String> words = new ArrayList<>();
  private final PrintStream out;

  private MatchBench(PrintStream out) {
    this.out = out;
    for (int i = 0; i < 8_000; i++) {
      words.add(invent());
    }
  }

  public static void main(String[] arguments) {
    MatchBench bench = new MatchBench(System.out);
    bench.out.println("topics letters  p50 µs  p99 µs  learn s  heap MiB");
    if (arguments.length == 2) {
      bench.run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    } else {
      int[][] sizes = {{10, 0}, {55, 0}, {100, 0}, {500, 0}, {10, 1000}, {55, 1000}, {100, 1000}};
      for (int[] size : sizes) {
        bench.run(size[0], size[1]);
      }
    }
  }

  private String invent() {
    String[] parts = {"ba", "to", "ler", "min", "sa", "gre", "dun", "ki", "por", "est", "va", "ni"};
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 2 + random.nextInt(3); i++) {
      word.append(parts[random.nextInt(parts.length)]);
    }
    return word.toString();
  }

  private void run(int topics, int letters) {
    long before = heap();
    Catalog catalog = catalog(topics);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < letters; i++) {
      int topic = i % topics;
      examples.add(new Example(Optional.of(new TopicId("t" + topic)), letter(topic)));
    }
    long start = System.nanoTime();
    TopicMatcher matcher =
        letters == 0 ? TopicMatcher.of(catalog) : new Lesson(catalog).learn(examples);
    double learning = (System.nanoTime() - start) / 1e9;
    examples.clear();
    double[] micros = new double[MEASURED];
    for (int i = -WARM_UP; i < MEASURED; i++) {
      Passage letter = letter(random.nextInt(topics));
      long from = System.nanoTime();
      matcher.match(letter);
      if (i >= 0) {
        micros[i] = (System.nanoTime() - from) / 1e3;
      }
    }
    Arrays.sort(micros);
    out.printf(
        "%6d %7d %7.0f %7.0f %8.2f %9d%n",
        topics,
        letters,
        micros[MEASURED / 2],
        micros[MEASURED * 99 / 100],
        learning,
        (heap() - before) >> 20);
  }

  private Catalog catalog(int topics) {
    Map<TopicId, Topic> all = new TreeMap<>();
    for (int t = 0; t < topics; t++) {
      List<Keyword> keywords = new ArrayList<>();
      for (int k = 0; k < 6; k++) {
        keywords.add(new Keyword(word(t, k), Keyword.Kind.WORD, Optional.empty(), 2, false, k + 1));
      }
      TopicId id = new TopicId("t" + t);
      all.put(id, new Topic(id, word(t, 0), Optional.empty(), keywords, 0.7));
    }
    return new Catalog(all, Map.of());
  }

  private String word(int topic, int number) {
    return words.get((topic * 7 + number) % words.size());
  }

  private Passage letter(int topic) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LETTER_WORDS; i++) {
      boolean own = random.nextInt(12) == 0;
      text.append(own ? word(topic, random.nextInt(6)) : words.get(random.nextInt(words.size())));
      text.append(i % 12 == 11 ? ". " : " ");
    }
    return new Passage(word(topic, 0), text.toString(), "en");
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
