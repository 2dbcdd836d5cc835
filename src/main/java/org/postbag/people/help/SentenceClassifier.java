package org.postbag.people.help;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells sentences of people who need help from others, by their words: each word, two words that
/// stand near each other in their order, each word beside one for the writer (`I`, `my`), and what
/// speaks against. Features are hashed into one table (Weinberger and others 2009).
final class SentenceClassifier {
  private static final double PENALTY = 0.004;
  private static final int TABLE = 1 << 18;
  private static final int NEAR = 3;
  private static final int MOST_MARKED = 3;

  /// What speaks against is not one word among many.
  private static final float CONTEXT_VALUE = 0.7f;

  private static final int SHORT = 8;

  /// With so many known features the model is believed. With fewer, a sentence is likely to be as
  /// most sentences are: about something else.
  private static final int ENOUGH = 16;

  private static final double NOTHING_KNOWN = -3;

  /// A sentence to learn from.
  ///
  /// @param contexts the numbers of what speaks against in it
  record Labelled(HelpSentence sentence, Set<Integer> contexts, boolean help) {}

  private enum Kind {
    WORD(0),
    BESIDE_WRITER(1),
    WITHOUT_WRITER(2),
    PAIR(3),
    NEAR_PAIR(4),
    CONTEXT(5);

    /// A part of a feature's hash, so that the kinds do not share numbers.
    private final int salt;

    Kind(int salt) {
      this.salt = salt;
    }
  }

  private final Logistic model;
  private final Set<String> writer;

  private SentenceClassifier(Logistic model, Set<String> writer) {
    this.model = model;
    this.writer = writer;
  }

  /// @param writer the terms that stand for the writer: `I`, `my`
  static SentenceClassifier train(List<Labelled> examples, Set<String> writer) {
    List<Logistic.Example> features =
        examples.stream()
            .map(e -> {
              int[] words = wordFeatures(e.sentence, writer);
              return new Logistic.Example(
                  all(words, e.contexts), values(words.length, words.length, e.contexts), e.help);
            })
            .toList();
    return new SentenceClassifier(Logistic.train(features, TABLE, PENALTY), writer);
  }

  /// The logarithm of the odds that it is one of somebody who needs help.
  ///
  /// @param contexts the numbers of what speaks against in it
  double logit(HelpSentence sentence, Set<Integer> contexts) {
    int[] words = wordFeatures(sentence, writer);
    int known = (int) Arrays.stream(words).filter(feature -> model.weight(feature) != 0).count();
    double logit = model.logit(all(words, contexts), values(words.length, known, contexts));
    double trust = Math.min(1, (double) known / ENOUGH);
    return trust * logit + (1 - trust) * NOTHING_KNOWN;
  }

  private static int[] all(int[] words, Set<Integer> contexts) {
    int[] all = Arrays.copyOf(words, words.length + contexts.size());
    int at = words.length;
    for (int context : contexts) {
      all[at++] = feature(Kind.CONTEXT.salt, context, 0);
    }
    return all;
  }

  /// A long sentence is not more of anything than a short one.
  private static float[] values(int words, int known, Set<Integer> contexts) {
    float[] values = new float[words + contexts.size()];
    Arrays.fill(values, 0, words, (float) (1 / Math.sqrt(Math.max(SHORT, known))));
    Arrays.fill(values, words, values.length, CONTEXT_VALUE);
    return values;
  }

  private static int[] wordFeatures(HelpSentence sentence, Set<String> writer) {
    int[] terms = sentence.words().stream().mapToInt(word -> word.term().hashCode()).toArray();
    Kind beside = hasWriter(sentence, writer) ? Kind.BESIDE_WRITER : Kind.WITHOUT_WRITER;
    int[] features = new int[terms.length * (2 + NEAR) + 1];
    int size = 0;
    features[size++] = feature(beside.salt, 0, 1);
    for (int at = 0; at < terms.length; at++) {
      features[size++] = feature(Kind.WORD.salt, terms[at], 0);
      features[size++] = feature(beside.salt, terms[at], 0);
      for (int next = at + 1; next < Math.min(terms.length, at + 1 + NEAR); next++) {
        features[size++] = pair(terms, at, next);
      }
    }
    return Arrays.copyOf(features, size);
  }

  private static boolean hasWriter(HelpSentence sentence, Set<String> writer) {
    return sentence.words().stream().anyMatch(word -> writer.contains(word.term()));
  }

  private static int pair(int[] terms, int at, int next) {
    Kind kind = next == at + 1 ? Kind.PAIR : Kind.NEAR_PAIR;
    return feature(kind.salt, terms[at], terms[next]);
  }

  private static int feature(int kind, int first, int second) {
    long hash = (first * 31L + second) * 31 + kind;
    hash *= 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 40) & (TABLE - 1);
  }

  /// The words that speak most for help, in their order.
  List<HelpSign.Place> telling(HelpSentence sentence) {
    int[] terms = sentence.words().stream().mapToInt(word -> word.term().hashCode()).toArray();
    Kind beside = hasWriter(sentence, writer) ? Kind.BESIDE_WRITER : Kind.WITHOUT_WRITER;
    Map<Integer, Double> shares = new HashMap<>();
    for (int at = 0; at < terms.length; at++) {
      double own =
          model.weight(feature(Kind.WORD.salt, terms[at], 0))
              + model.weight(feature(beside.salt, terms[at], 0));
      shares.merge(at, own, Double::sum);
      for (int next = at + 1; next < Math.min(terms.length, at + 1 + NEAR); next++) {
        double half = model.weight(pair(terms, at, next)) / 2;
        shares.merge(at, half, Double::sum);
        shares.merge(next, half, Double::sum);
      }
    }
    return shares.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_MARKED)
        .map(Map.Entry::getKey)
        .sorted()
        .map(word -> sentence.words().get(word))
        .map(word -> new HelpSign.Place(word.start(), word.end()))
        .toList();
  }
}
