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

/// The campaigns of late: each letter is compared with the first letters of campaigns, and with
/// letters that may become one. Those that nothing was like for the longest time are forgotten.
///
/// Safe for several threads. Asking again about the same letter gives the same answer.
public final class Campaigns {
  /// Measured on campaign letters with added paragraphs, cut sentences and altered words: this much
  /// in common finds nearly all of them and hardly ever another letter on the same topic.
  private static final double ALIKE = 0.4;

  private static final int MOST = 10_000;

  /// One run in this many is looked up; the letters so found are compared run by run.
  private static final int ONE_IN = 8;

  private static final int MOST_COMPARED = 8;

  /// The least recently used first.
  private final Map<Long, ShingleSet> firsts = new LinkedHashMap<>(16, 0.75f, true);

  private final Map<Integer, List<Long>> byRun = new HashMap<>();
  private final Set<Long> joined = new HashSet<>();
  private final StockPhrases stock = new StockPhrases();

  /// The campaign of a letter; empty for a letter that is like no other so far. It is remembered,
  /// for those that come after it.
  public Optional<Campaign> join(long letter, Passage passage) {
    return join(letter, Shingles.of(passage));
  }

  private synchronized Optional<Campaign> join(long letter, Shingles shingles) {
    ShingleSet shingleSet = shingles.set();
    if (!shingleSet.isEnough(stock)) {
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
        new Campaign(first.get(), shingleSet.overlap(of, ALIKE, stock), shingles.wordsNotIn(of)));
  }

  /// The runs of a text that do not stand in letters of all kinds.
  public synchronized ShingleSet distinctive(Passage passage) {
    return Shingles.of(passage).set().without(stock);
  }

  /// Whether two texts repeat each other so far that they are of one campaign.
  public synchronized boolean isSame(ShingleSet one, ShingleSet other) {
    return one.overlap(other, ALIKE, stock) > 0;
  }

  /// Takes up what is known from before.
  ///
  /// @param campaign true when other letters have joined it
  public void restore(long first, Passage passage, boolean campaign) {
    restore(first, Shingles.of(passage).set(), campaign);
  }

  private synchronized void restore(long first, ShingleSet shingleSet, boolean campaign) {
    if (shingleSet.isEnough(stock) && !firsts.containsKey(first)) {
      remember(first, shingleSet);
      if (campaign) {
        joined.add(first);
      }
    }
  }

  private Optional<Long> nearest(ShingleSet shingleSet) {
    Map<Long, Integer> hits = new HashMap<>();
    for (int run : shingleSet.ascending()) {
      if (isLookedUp(run)) {
        byRun.getOrDefault(run, List.of()).forEach(first -> hits.merge(first, 1, Integer::sum));
      }
    }
    return hits.entrySet().stream()
        .sorted(Map.Entry.<Long, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_COMPARED)
        .map(Map.Entry::getKey)
        .max(Comparator.comparingDouble(first -> alike(first, shingleSet)))
        .filter(first -> alike(first, shingleSet) > 0);
  }

  private double alike(long first, ShingleSet shingleSet) {
    ShingleSet other = firsts.get(first);
    return other == null ? 0 : shingleSet.overlap(other, ALIKE, stock);
  }

  private static boolean isLookedUp(int run) {
    return Integer.remainderUnsigned(run, ONE_IN) == 0;
  }

  private void remember(long letter, ShingleSet shingleSet) {
    firsts.put(letter, shingleSet);
    stock.add(shingleSet);
    for (int run : shingleSet.ascending()) {
      if (isLookedUp(run)) {
        byRun.computeIfAbsent(run, r -> new ArrayList<>(1)).add(letter);
      }
    }
    if (firsts.size() > MOST) {
      forget(firsts.keySet().iterator().next());
    }
  }

  private void forget(long letter) {
    ShingleSet gone = firsts.remove(letter);
    joined.remove(letter);
    if (gone == null) {
      return;
    }
    stock.remove(gone);
    for (int run : gone.ascending()) {
      byRun.computeIfPresent(run, (r, letters) -> without(letters, letter));
    }
  }

  private static @org.jspecify.annotations.Nullable List<Long> without(
      List<Long> letters, Long letter) {
    letters.remove(letter);
    return letters.isEmpty() ? null : letters;
  }
}
