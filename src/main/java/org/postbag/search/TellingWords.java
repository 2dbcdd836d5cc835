package org.postbag.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.Tokenizer;

/// Finds the words and phrases of two words that stand in some letters more often than in all, by
/// the log-likelihood ratio G² of both shares (Dunning 1993, "Accurate Methods for the Statistics
/// of Surprise and Coincidence"). A word of every letter scores nothing, and so does a word that
/// one letter has.
final class TellingWords {
  /// What counts as a word of the office's letters at all.
  private static final int LEAST_LETTERS = 2;

  private static final int SHORTEST = 3;

  /// Phrases are counted by a search each.
  private static final int MOST_PHRASES = 60;

  private TellingWords() {}

  private record Scored(TellingWord word, double score) {}

  static List<TellingWord> of(List<IndexedLetter> letters, IndexReader all, int limit)
      throws IOException {
    Map<String, Integer> words = new HashMap<>();
    Map<String, Integer> phrases = new HashMap<>();
    for (IndexedLetter letter : letters) {
      Set<String> ofLetter = new HashSet<>();
      Set<String> phrasesOfLetter = new HashSet<>();
      collect(Tokenizer.of(letter.passage()), ofLetter, phrasesOfLetter);
      ofLetter.forEach(word -> words.merge(word, 1, Integer::sum));
      phrasesOfLetter.forEach(phrase -> phrases.merge(phrase, 1, Integer::sum));
    }
    List<Scored> scored = new ArrayList<>();
    for (Map.Entry<String, Integer> word : words.entrySet()) {
      int everywhere = all.docFreq(new Term(Fields.WRITTEN, word.getKey()));
      add(scored, word, everywhere, letters.size(), all.numDocs());
    }
    IndexSearcher searcher = new IndexSearcher(all);
    for (Map.Entry<String, Integer> phrase : often(phrases)) {
      int everywhere =
          searcher.count(new PhraseQuery(Fields.WRITTEN, phrase.getKey().split(" ", -1)));
      add(scored, phrase, everywhere, letters.size(), all.numDocs());
    }
    return best(scored, limit);
  }

  /// Words with letters, as people would write them; two beside each other are a phrase.
  private static void collect(List<Token> tokens, Set<String> words, Set<String> phrases) {
    String before = "";
    for (Token token : tokens) {
      String word = isTelling(token) ? token.surface() : "";
      if (!word.isEmpty()) {
        words.add(word);
        if (!before.isEmpty()) {
          phrases.add(before + " " + word);
        }
      }
      before = word;
    }
  }

  private static boolean isTelling(Token token) {
    String word = token.surface();
    return !token.stopWord()
        && word.length() >= SHORTEST
        && word.chars().anyMatch(Character::isLetter);
  }

  private static List<Map.Entry<String, Integer>> often(Map<String, Integer> phrases) {
    return phrases.entrySet().stream()
        .filter(phrase -> phrase.getValue() >= LEAST_LETTERS)
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_PHRASES)
        .toList();
  }

  private static void add(
      List<Scored> scored, Map.Entry<String, Integer> word, int everywhere, int some, int all) {
    int in = word.getValue();
    int total = Math.max(everywhere, in);
    boolean over = (double) in / some > (double) total / Math.max(all, some);
    if (in >= LEAST_LETTERS && over) {
      scored.add(
          new Scored(
              new TellingWord(word.getKey(), in, total),
              ratio(in, some, total - in, Math.max(0, Math.max(all, some) - some))));
    }
  }

  /// Twice the logarithm of how much likelier two shares are than one.
  static double ratio(int in, int some, int elsewhere, int others) {
    double share = (double) (in + elsewhere) / (some + others);
    return 2
        * (part(in, some * share)
            + part(some - in, some * (1 - share))
            + part(elsewhere, others * share)
            + part(others - elsewhere, others * (1 - share)));
  }

  private static double part(int seen, double expected) {
    return seen <= 0 || expected <= 0 ? 0 : seen * Math.log(seen / expected);
  }

  /// A word that stands only within a phrase that is as telling is left out.
  private static List<TellingWord> best(List<Scored> scored, int limit) {
    List<TellingWord> best = new ArrayList<>();
    scored.stream()
        .sorted(
            Comparator.comparingDouble(Scored::score)
                .reversed()
                .thenComparingInt(one -> -one.word().text().length())
                .thenComparing(one -> one.word().text()))
        .map(Scored::word)
        .filter(word -> best.size() < limit && best.stream().noneMatch(b -> covers(b, word)))
        .forEach(best::add);
    return best;
  }

  private static boolean covers(TellingWord phrase, TellingWord word) {
    return phrase.in() == word.in()
        && (" " + phrase.text() + " ").contains(" " + word.text() + " ");
  }
}
