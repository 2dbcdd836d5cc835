package org.postbag.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The letters of a group that a person reads before approving it.
final class GroupSample {
  private GroupSample() {}

  /// How many of a group are to be read.
  static int size(int letters) {
    int wanted = letters <= 50 ? 5 : letters <= 500 ? 13 : 20;
    return Math.min(letters, wanted);
  }

  /// Draws letters at random; those that differ before those that repeat another.
  ///
  /// @param own the letters to which their writers added something
  /// @param drawn letters that were drawn before, which stay
  static Set<Long> draw(
      List<QueueItem> items, Set<Long> own, Collection<Long> drawn, RandomGenerator random) {
    Set<Long> sample = new LinkedHashSet<>();
    items.stream().map(QueueItem::letter).filter(drawn::contains).forEach(sample::add);
    List<QueueItem> mixed = new ArrayList<>(items);
    Collections.shuffle(mixed, java.util.Random.from(random));
    Map<String, Long> different = new LinkedHashMap<>();
    mixed.forEach(item -> different.putIfAbsent(text(item, own), item.letter()));
    int size = size(items.size());
    List<Long> next = new ArrayList<>(different.values());
    mixed.forEach(item -> next.add(item.letter()));
    for (long letter : next) {
      if (sample.size() < size) {
        sample.add(letter);
      }
    }
    return sample;
  }

  /// Letters of a campaign to which nothing was added have the same text.
  private static String text(QueueItem item, Set<Long> own) {
    return item.campaign().isEmpty()
        ? item.snippet()
        : own.contains(item.letter()) ? "letter " + item.letter() : "";
  }
}
