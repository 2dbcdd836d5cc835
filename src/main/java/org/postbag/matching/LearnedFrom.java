package org.postbag.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// The letters that were learned from.
///
/// @param topics by the letters' numbers those of their topics
/// @param letters the letters' numbers, where they are ours, in the order they were learned in
record LearnedFrom(Map<Long, Integer> topics, List<OptionalLong> letters) {
  static final LearnedFrom NOTHING = new LearnedFrom(Map.of(), List.of());

  LearnedFrom {
    topics = Map.copyOf(topics);
    letters = List.copyOf(letters);
  }

  /// The same for other topics.
  ///
  /// @param now the number that each topic has now, -1 for one that is gone
  LearnedFrom carriedOver(List<Integer> now) {
    Map<Long, Integer> kept = new HashMap<>();
    topics.forEach((letter, topic) -> {
      if (now.get(topic) >= 0) {
        kept.put(letter, now.get(topic));
      }
    });
    return new LearnedFrom(kept, letters);
  }

  /// What a reason calls the letter that was the nth to be learned from; -1: the topic's own words.
  String name(int sample) {
    return sample < 0
        ? "the topic's own words"
        : letters.get(sample).stream()
            .mapToObj(n -> "letter " + n)
            .findFirst()
            .orElse("an example");
  }
}
