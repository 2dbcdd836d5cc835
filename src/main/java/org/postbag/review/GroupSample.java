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
import org.postbag.matching.campaign.Campaign;

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
  /// @param drawn letters that were drawn before, which stay
  static Set<Long> draw(List<QueueItem> items, Collection<Long> drawn, RandomGenerator random) {
    Set<Long> sample = new LinkedHashSet<>();
    items.stream().map(QueueItem::letter).filter(drawn::contains).forEach(sample::add);
    List<QueueItem> mixed = new ArrayList<>(items);
    Collections.shuffle(mixed, java.util.Random.from(random));
    Map<String, Long> different = new LinkedHashMap<>();
    mixed.forEach(item -> different.putIfAbsent(text(item), item.letter()));
    int size = size(items.size());
    different.values().stream().filter(_ -> sample.size() < size).forEach(letter -> {
      if (sample.size() < size) {
        sample.add(letter);
      }
    });
    for (QueueItem item : mixed) {
      if (sample.size() < size) {
        sample.add(item.letter());
      }
    }
    return sample;
  }

  /// Letters of a campaign to which nothing was added have the same text.
  private static String text(QueueItem item) {
    return item
        .match()
        .campaign()
        .map(Campaign::ownLines)
        .map(lines -> lines.isEmpty() ? "" : String.valueOf(item.letter()))
        .orElseGet(item::snippet);
  }
}
