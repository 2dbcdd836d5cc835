package org.postbag.people.help;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Tells sentences of people who need help from others, by their words and by the lines of the file
/// that were found. What a line counts by itself ([LinesFound#logit]) is corrected by what the
/// examples say: it is a part of the logit that is learned.
final class SentenceClassifier {
  private static final double PENALTY = 0.001;
  private static final int ROUNDS = 20;
  private static final int MOST_MARKED = 3;

  /// What a line found weighs beside the words: it is not one word among many.
  private static final float LINE_VALUE = 0.65f;

  private static final int SHORT = 8;

  /// With so many known features the model is believed. With fewer, a sentence is likely to be as
  /// most sentences are: about something else.
  private static final int ENOUGH = 16;

  private static final double NOTHING_KNOWN = -3;

  /// Of an office's own file with fewer examples the model is believed less, and its lines of words
  /// more.
  private static final double ENOUGH_EXAMPLES = 50;

  /// A sentence to learn from.
  record Labelled(HelpSentence sentence, LinesFound found, boolean help) {}

  private final Logistic model;
  private final SentenceFeatures features;
  private final double learned;

  private SentenceClassifier(Logistic model, SentenceFeatures features, double learned) {
    this.model = model;
    this.features = features;
    this.learned = learned;
  }

  static SentenceClassifier train(List<Labelled> examples, SentenceFeatures features) {
    List<Logistic.Example> all = examples.stream().map(e -> example(e, features)).toList();
    Logistic model = Logistic.train(all, SentenceFeatures.TABLE, PENALTY, ROUNDS);
    long calls = examples.stream().filter(Labelled::help).count();
    return new SentenceClassifier(model, features, Math.min(1, calls / ENOUGH_EXAMPLES));
  }

  private static Logistic.Example example(Labelled labelled, SentenceFeatures features) {
    int[] words = features.words(labelled.sentence);
    int[] lines = features.lines(labelled.found);
    return new Logistic.Example(
        together(words, lines),
        values(words.length, words.length, lines.length),
        labelled.found.logit(),
        labelled.help);
  }

  /// The logarithm of the odds that it is one of somebody who needs help.
  double logit(HelpSentence sentence, LinesFound found) {
    int[] words = features.words(sentence);
    int[] lines = features.lines(found);
    int known = (int) Arrays.stream(words).filter(feature -> model.weight(feature) != 0).count();
    double logit = model.logit(together(words, lines), values(words.length, known, lines.length));
    double trust = learned * Math.min(1, (double) known / ENOUGH);
    return trust * logit + (1 - trust) * NOTHING_KNOWN + found.logit();
  }

  private static int[] together(int[] words, int[] lines) {
    int[] all = Arrays.copyOf(words, words.length + lines.length);
    System.arraycopy(lines, 0, all, words.length, lines.length);
    return all;
  }

  /// A long sentence is not more of anything than a short one.
  private static float[] values(int words, int known, int lines) {
    float[] values = new float[words + lines];
    Arrays.fill(values, 0, words, (float) (1 / Math.sqrt(Math.max(SHORT, known))));
    Arrays.fill(values, words, values.length, LINE_VALUE);
    return values;
  }

  /// The words that speak most for help, in their order; small words only where there are no
  /// others.
  List<HelpSign.Place> telling(HelpSentence sentence) {
    List<HelpSentence.Word> words =
        sentence.words().stream().filter(word -> !word.small()).toList();
    return (words.isEmpty() ? sentence.words() : words)
        .stream()
            .sorted(Comparator.comparingDouble(word -> -weight(sentence, word)))
            .limit(MOST_MARKED)
            .map(word -> new HelpSign.Place(word.start(), word.end()))
            .sorted(Comparator.comparingInt(HelpSign.Place::start))
            .toList();
  }

  private double weight(HelpSentence sentence, HelpSentence.Word word) {
    return Arrays.stream(features.ofWord(sentence, word)).mapToDouble(model::weight).sum();
  }
}
