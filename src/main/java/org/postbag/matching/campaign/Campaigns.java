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
import java.util.function.Predicate;
import org.postbag.matching.words.Passage;

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
  private final Map<Long, Shingles> firsts = new LinkedHashMap<>(16, 0.75f, true);

  private final Map<Integer, List<Long>> byRun = new HashMap<>();
  private final Set<Long> joined = new HashSet<>();
  private final StockPhrases stock = new StockPhrases();

  /// The campaign of a letter; empty for a letter that is like no other so far. It is remembered,
  /// for those that come after it.
  public Optional<Campaign> join(long letter, Passage passage) {
    return join(letter, Shingles.of(passage));
  }

  private synchronized Optional<Campaign> join(long letter, Shingles shingles) {
    if (!shingles.isEnough(stock)) {
      return Optional.empty();
    }
    if (firsts.containsKey(letter)) {
      return joined.contains(letter) ? Optional.of(new Campaign(letter, 1, 0)) : Optional.empty();
    }
    Optional<Long> first = nearest(shingles);
    if (first.isEmpty()) {
      remember(letter, shingles);
      return Optional.empty();
    }
    joined.add(first.get());
    Shingles of = firsts.getOrDefault(first.get(), shingles);
    return Optional.of(
        new Campaign(first.get(), shingles.alike(of, stock), shingles.wordsNotIn(of)));
  }

  /// Whether other texts repeat this one so far that they are of its campaign.
  public Predicate<Shingles> sameAs(Passage passage) {
    Shingles own = Shingles.of(passage);
    return other -> isSame(own, other);
  }

  private synchronized boolean isSame(Shingles own, Shingles other) {
    return own.alike(other, stock) >= ALIKE;
  }

  /// Takes up what is known from before.
  ///
  /// @param campaign true when other letters have joined it
  public void restore(long first, Passage passage, boolean campaign) {
    restore(first, Shingles.of(passage), campaign);
  }

  private synchronized void restore(long first, Shingles shingles, boolean campaign) {
    if (shingles.isEnough(stock) && !firsts.containsKey(first)) {
      remember(first, shingles);
      if (campaign) {
        joined.add(first);
      }
    }
  }

  private Optional<Long> nearest(Shingles shingles) {
    Map<Long, Integer> hits = new HashMap<>();
    for (int run : shingles.distinct()) {
      if (isLookedUp(run)) {
        byRun.getOrDefault(run, List.of()).forEach(first -> hits.merge(first, 1, Integer::sum));
      }
    }
    return hits.entrySet().stream()
        .sorted(Map.Entry.<Long, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_COMPARED)
        .map(Map.Entry::getKey)
        .max(Comparator.comparingDouble(first -> alike(first, shingles)))
        .filter(first -> alike(first, shingles) >= ALIKE);
  }

  private double alike(long first, Shingles shingles) {
    Shingles other = firsts.get(first);
    return other == null ? 0 : shingles.alike(other, stock);
  }

  private static boolean isLookedUp(int run) {
    return Integer.remainderUnsigned(run, ONE_IN) == 0;
  }

  private void remember(long letter, Shingles shingles) {
    firsts.put(letter, shingles);
    stock.add(shingles);
    for (int run : shingles.distinct()) {
      if (isLookedUp(run)) {
        byRun.computeIfAbsent(run, r -> new ArrayList<>(1)).add(letter);
      }
    }
    if (firsts.size() > MOST) {
      forget(firsts.keySet().iterator().next());
    }
  }

  private void forget(long letter) {
    Shingles gone = firsts.remove(letter);
    joined.remove(letter);
    if (gone == null) {
      return;
    }
    stock.remove(gone);
    for (int run : gone.distinct()) {
      byRun.computeIfPresent(run, (r, letters) -> without(letters, letter));
    }
  }

  private static @org.jspecify.annotations.Nullable List<Long> without(
      List<Long> letters, Long letter) {
    letters.remove(letter);
    return letters.isEmpty() ? null : letters;
  }
}
