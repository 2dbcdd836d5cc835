package org.postbag.email.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Texts by their runs of words (w-shingling, Broder 1997): whole sentences of them are recognised
/// in another text however it is wrapped, quoted or punctuated.
public final class WordRuns {
  /// Words in a run; shorter ones are common to letters of all kinds.
  private static final int RUN = 6;

  /// So many words of ours in a row are no accident, though the sentence is not whole.
  private static final int LONG = 25;

  private final Set<Long> runs = new HashSet<>();
  private final Set<Long> others;

  /// @param texts plain texts; what a placeholder stands for belongs to none of them
  public WordRuns(Collection<String> texts) {
    this(texts, Set.of());
  }

  private WordRuns(Collection<String> texts, Set<Long> others) {
    this.others = others;
    texts.forEach(this::add);
  }

  /// These and those of a few more texts.
  public WordRuns with(Collection<String> texts) {
    return new WordRuns(texts, runs);
  }

  private void add(String text) {
    List<Word> words = Word.of(text);
    for (int at = 0; at + RUN <= words.size(); at++) {
      runs.add(hash(words, at));
    }
  }

  /// The stretches of `text` that are known, in their order.
  public List<Fold> in(String text) {
    if (runs.isEmpty() && others.isEmpty()) {
      return List.of();
    }
    List<Word> words = Word.of(text);
    List<Fold> found = new ArrayList<>();
    for (int at = 0; at + RUN <= words.size(); ) {
      int end = endOfRun(words, at);
      if (end > at) {
        sentences(text, words, at, end, found);
      }
      at = Math.max(end, at + 1);
    }
    return found;
  }

  /// The word behind the longest stretch from `from` on whose every run is ours.
  private int endOfRun(List<Word> words, int from) {
    int at = from;
    while (at + RUN <= words.size() && isKnown(hash(words, at))) {
      at++;
    }
    return at == from ? from : at + RUN - 1;
  }

  private boolean isKnown(long hash) {
    return runs.contains(hash) || others.contains(hash);
  }

  /// Cuts the stretch to whole sentences: a writer may say a few of our words within their own.
  private static void sentences(String text, List<Word> words, int from, int to, List<Fold> found) {
    int first = from;
    while (first < to && !words.get(first).opensSentence(text)) {
      first++;
    }
    int last = to;
    while (last > first && !words.get(last - 1).endsSentence(text)) {
      last--;
    }
    boolean whole = last - first >= RUN;
    int start = whole ? first : from;
    int end = whole ? last : to;
    if (whole || to - from >= LONG) {
      found.add(
          new Fold(
              words.get(start).startWithMarks(text),
              words.get(end - 1).endWithMarks(text),
              Fold.Why.OURS));
    }
  }

  private static long hash(List<Word> words, int from) {
    long hash = 7;
    for (int i = from; i < from + RUN; i++) {
      hash = hash * 0x9E3779B97F4A7C15L + words.get(i).hash();
    }
    return hash;
  }
}
