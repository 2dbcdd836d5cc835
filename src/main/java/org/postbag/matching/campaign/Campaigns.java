package org.postbag.matching.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postbag.classifier.text.Passage;
import org.postbag.classifier.text.ShingleSet;
import org.postbag.classifier.text.Shingles;
import org.postbag.classifier.text.StockPhrases;

/// Recent campaigns. Each letter is compared with the first letters of campaigns and with letters
/// that may become one; the least recently matched are forgotten.
///
/// Safe for several threads. Asking again about the same letter gives the same answer.
public final class Campaigns {
  /// Measured on campaign letters with added paragraphs, cut sentences and altered words: finds
  /// nearly all of them and hardly ever another letter on the same topic.
  private static final double MIN_SIMILARITY = 0.4;

  private static final int CAPACITY = 10_000;

  /// One shingle in this many is looked up; the letters found are compared in full.
  private static final int LOOKUP_RATE = 8;

  private static final int MAX_COMPARED = 8;

  /// The least recently used first.
  private final Map<Long, ShingleSet> firsts = new LinkedHashMap<>(16, 0.75f, true);

  private final Map<Integer, List<Long>> byShingle = new HashMap<>();
  private final Set<Long> joined = new HashSet<>();
  private final StockPhrases stockPhrases = new StockPhrases();

  /// The campaign of a letter; empty if it resembles no other so far. The letter is remembered for
  /// later ones.
  public Optional<Campaign> join(long letter, Passage passage) {
    return join(letter, Shingles.of(passage));
  }

  private synchronized Optional<Campaign> join(long letter, Shingles shingles) {
    ShingleSet shingleSet = shingles.set();
    if (!shingleSet.isEnough(stockPhrases)) {
      return Optional.empty();
    }
    if (firsts.containsKey(letter)) {
      return joined.contains(letter) ? Optional.of(new Campaign(letter, 1, 0)) : Optional.empty();
    }
    Optional<Long> first = nearest(shingleSet);
    if (first.isEmpty()) {
      remember(letter, shingleSet);
      return Optional.empty();
    }
    joined.add(first.get());
    ShingleSet of = firsts.getOrDefault(first.get(), shingleSet);
    return Optional.of(
        new Campaign(
            first.get(),
            shingleSet.overlap(of, MIN_SIMILARITY, stockPhrases),
            shingles.wordsNotIn(of)));
  }

  /// The shingles of a text, without those that occur in letters of all kinds.
  public synchronized ShingleSet distinctive(Passage passage) {
    return Shingles.of(passage).set().without(stockPhrases);
  }

  /// Whether two texts share enough to be of one campaign.
  public synchronized boolean isSame(ShingleSet one, ShingleSet other) {
    return one.overlap(other, MIN_SIMILARITY, stockPhrases) > 0;
  }

  /// Restores a letter after a start.
  ///
  /// @param campaign true when other letters have joined it
  public void restore(long first, Passage passage, boolean campaign) {
    restore(first, Shingles.of(passage).set(), campaign);
  }

  private synchronized void restore(long first, ShingleSet shingleSet, boolean campaign) {
    if (shingleSet.isEnough(stockPhrases) && !firsts.containsKey(first)) {
      remember(first, shingleSet);
      if (campaign) {
        joined.add(first);
      }
    }
  }

  private Optional<Long> nearest(ShingleSet shingleSet) {
    Map<Long, Integer> hits = new HashMap<>();
    for (int shingle : shingleSet.ascending()) {
      if (isLookedUp(shingle)) {
        byShingle
            .getOrDefault(shingle, List.of())
            .forEach(first -> hits.merge(first, 1, Integer::sum));
      }
    }
    return hits.entrySet().stream()
        .sorted(Map.Entry.<Long, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(MAX_COMPARED)
        .map(Map.Entry::getKey)
        .max(Comparator.comparingDouble(first -> alike(first, shingleSet)))
        .filter(first -> alike(first, shingleSet) > 0);
  }

  private double alike(long first, ShingleSet shingleSet) {
    ShingleSet other = firsts.get(first);
    return other == null ? 0 : shingleSet.overlap(other, MIN_SIMILARITY, stockPhrases);
  }

  private static boolean isLookedUp(int shingle) {
    return Integer.remainderUnsigned(shingle, LOOKUP_RATE) == 0;
  }

  private void remember(long letter, ShingleSet shingleSet) {
    firsts.put(letter, shingleSet);
    stockPhrases.add(shingleSet);
    for (int shingle : shingleSet.ascending()) {
      if (isLookedUp(shingle)) {
        byShingle.computeIfAbsent(shingle, _ -> new ArrayList<>(1)).add(letter);
      }
    }
    if (firsts.size() > CAPACITY) {
      forget(firsts.keySet().iterator().next());
    }
  }

  private void forget(long letter) {
    ShingleSet gone = firsts.remove(letter);
    joined.remove(letter);
    if (gone == null) {
      return;
    }
    stockPhrases.remove(gone);
    for (int shingle : gone.ascending()) {
      byShingle.computeIfPresent(shingle, (_, letters) -> without(letters, letter));
    }
  }

  private static @org.jspecify.annotations.Nullable List<Long> without(
      List<Long> letters, Long letter) {
    letters.remove(letter);
    return letters.isEmpty() ? null : letters;
  }
}
