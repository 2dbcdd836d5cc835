package org.postbag.matching.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// All groups by their place, with what finds them: by letter, by number, by runs of words. Groups
/// that became one are joined by union-find, so every number that a group ever had still leads to
/// it.
final class ClusterTable {
  /// Groups that share the most sampled runs are compared in full.
  private static final int MOST_COMPARED = 6;

  private record Apart(long one, long other) {}

  private final List<@Nullable Cluster> groups = new ArrayList<>();
  private final Map<Long, Integer> places = new HashMap<>();
  private final Map<Long, StaffWord> said = new HashMap<>();
  private final Set<Apart> apart = new HashSet<>();
  private final LetterClusters letters = new LetterClusters();
  private final FrameRuns frame = new FrameRuns();
  private int[] parents = new int[1024];
  private RunIndex index = new RunIndex();

  FrameRuns frame() {
    return frame;
  }

  int add(Cluster group) {
    int place = groups.size();
    if (place == parents.length) {
      parents = Arrays.copyOf(parents, 2 * place);
    }
    parents[place] = place;
    groups.add(group);
    places.put(group.number(), place);
    index.add(group.core(), place);
    return place;
  }

  void put(long letter, int place) {
    letters.put(letter, place);
  }

  /// The place of the group that a letter is in; -1 when it is in none.
  int placeOf(long letter) {
    return known(letters.group(letter));
  }

  /// The place of the group with that number, past or present; -1 when there is none.
  int placeOfNumber(long number) {
    return known(places.getOrDefault(number, -1));
  }

  private int known(int place) {
    int root = place < 0 ? -1 : root(place);
    return root < 0 || groups.get(root) == null ? -1 : root;
  }

  private int root(int place) {
    int root = place;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  Optional<Cluster> group(int place) {
    return place < 0 ? Optional.empty() : Optional.ofNullable(groups.get(place));
  }

  /// The places of all groups that there are, those of most members first.
  List<Integer> places(IntPredicate which) {
    return IntStream.range(0, groups.size())
        .filter(place -> parents[place] == place && groups.get(place) != null)
        .filter(which)
        .boxed()
        .toList();
  }

  void reindex(int place) {
    group(place).ifPresent(group -> index.add(group.core(), place));
  }

  /// Makes the index again, without what groups no longer have.
  void reindexAll() {
    index = new RunIndex();
    places(_ -> true).forEach(this::reindex);
  }

  /// The places of the groups that share most of these runs, the most first.
  List<Integer> near(int[] runs) {
    Map<Integer, Integer> hits = new HashMap<>();
    index.find(
        frame.without(runs),
        place -> {
          int known = known(place);
          if (known >= 0) {
            hits.merge(known, 1, Integer::sum);
          }
        });
    return hits.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
        .limit(MOST_COMPARED)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The second group becomes part of the first, with all that leads to it.
  void merge(int into, int from) {
    Cluster target = group(into).orElseThrow();
    Cluster source = group(from).orElseThrow();
    target.addAll(source);
    say(into, saidOf(into).or(saidOf(from)));
    parents[from] = into;
    groups.set(from, null);
    reindex(into);
  }

  void forget(int place) {
    groups.set(place, null);
  }

  /// A number that led to a group in an earlier run.
  void alias(long number, int place) {
    places.putIfAbsent(number, place);
  }

  StaffWord saidOf(int place) {
    return group(place)
        .map(g -> said.getOrDefault(g.number(), StaffWord.NONE))
        .orElse(StaffWord.NONE);
  }

  void say(int place, StaffWord word) {
    group(place).ifPresent(group -> said.put(group.number(), word));
  }

  void keepApart(long one, long other) {
    apart.add(new Apart(one, other));
  }

  /// Whether staff said that the two are different, or said different things of them.
  boolean isForbidden(int one, int other) {
    return saidOf(one).contradicts(saidOf(other))
        || apart.stream().anyMatch(pair -> isPair(pair.one, pair.other, one, other));
  }

  /// Whether staff took that letter out of a campaign.
  boolean isApart(long letter, int place) {
    return apart.stream()
        .anyMatch(pair ->
            (pair.one == letter && placeOfNumber(pair.other) == place)
                || (pair.other == letter && placeOfNumber(pair.one) == place));
  }

  private boolean isPair(long a, long b, int one, int other) {
    int first = placeOfNumber(a);
    int second = placeOfNumber(b);
    return (first == one && second == other) || (first == other && second == one);
  }
}
