package org.postbag.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Keyword;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Passage;
import org.postbag.demo.SampleMailbox;
import org.postbag.email.LetterReader;

/// Topics and letters that cost what real ones cost to match: a few words are common and most are
/// rare (Zipf's law), they are written like English, and one in ten is of the letter's topic. The
/// same seed gives the same letters.
final class MatchLetters {
  private static final int WORDS = 20_000;
  private static final int KEYWORDS = 6;

  /// The words that a topic's letters use more often than others: its keywords, and more.
  private static final int OWN_WORDS = 24;

  private static final int OWN_ONE_IN = 10;

  /// Words more common than this are of no topic.
  private static final int COMMON = 300;

  /// Mandelbrot's shift of the ranks.
  private static final double SHIFT = 2.7;

  private final Random random;
  private final List<String> words;
  private final double[] upTo = new double[WORDS];

  MatchLetters(long seed) {
    random = new Random(seed);
    words = words();
    double sum = 0;
    for (int rank = 0; rank < WORDS; rank++) {
      sum += 1 / (rank + SHIFT);
      upTo[rank] = sum;
    }
  }

  /// The words of the sample letters, the commonest first, then words put together from their
  /// halves, as names and slips of the pen are.
  private static List<String> words() {
    Map<String, Integer> counts = new HashMap<>();
    LetterReader reader = new LetterReader();
    SampleMailbox.written()
        .forEach(sample -> {
          String text = reader.read(sample.bytes()).visibleText().toLowerCase(Locale.ROOT);
          Arrays.stream(text.split("[^a-z]+", -1))
              .filter(word -> !word.isEmpty())
              .forEach(word -> counts.merge(word, 1, Integer::sum));
        });
    Comparator<Map.Entry<String, Integer>> order =
        Map.Entry.<String, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey());
    List<String> known = counts.entrySet().stream().sorted(order).map(Map.Entry::getKey).toList();
    Set<String> all = new LinkedHashSet<>(known);
    Random halves = new Random(1);
    while (all.size() < WORDS) {
      String front = known.get(halves.nextInt(known.size()));
      String back = known.get(halves.nextInt(known.size()));
      all.add(front.substring(0, (front.length() + 1) / 2) + back.substring(back.length() / 2));
    }
    return new ArrayList<>(all);
  }

  /// Topics by their keywords alone.
  static Catalog catalog(int topics) {
    List<String> words = words();
    Map<TopicId, Topic> all = new TreeMap<>();
    for (int t = 0; t < topics; t++) {
      List<Keyword> keywords = new ArrayList<>();
      for (int k = 0; k < KEYWORDS; k++) {
        String word = own(words, t, k);
        keywords.add(new Keyword(word, Keyword.Kind.WORD, Optional.empty(), 2, false, k + 1));
      }
      String title = own(words, t, 0) + " and " + own(words, t, 1);
      all.put(id(t), new Topic(id(t), title, Optional.empty(), keywords, Topic.DEFAULT_THRESHOLD));
    }
    return new Catalog(all, Map.of());
  }

  static TopicId id(int topic) {
    return new TopicId("t" + topic);
  }

  private static String own(List<String> words, int topic, int number) {
    int spread = (topic * OWN_WORDS + number) * 7919;
    return words.get(COMMON + Math.floorMod(spread, WORDS - COMMON));
  }

  /// A letter on a topic.
  Passage ofWords(int topic, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      addWord(text, topic, i);
    }
    return passage(topic, text);
  }

  /// A letter on a topic, as long as this or shorter by one word.
  Passage ofCharacters(int topic, int count) {
    StringBuilder text = new StringBuilder();
    int end = 0;
    for (int i = 0; text.length() <= count; i++) {
      end = text.length();
      addWord(text, topic, i);
    }
    text.setLength(end);
    return passage(topic, text);
  }

  private Passage passage(int topic, CharSequence text) {
    return new Passage(own(words, topic, random.nextInt(OWN_WORDS)), text.toString(), "en");
  }

  private void addWord(StringBuilder text, int topic, int place) {
    boolean own = random.nextInt(OWN_ONE_IN) == 0;
    text.append(own ? own(words, topic, random.nextInt(OWN_WORDS)) : common());
    text.append(place % 12 == 11 ? ". " : " ");
  }

  private String common() {
    int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[WORDS - 1]);
    return words.get(at < 0 ? Math.min(WORDS - 1, -at - 1) : at);
  }
}
