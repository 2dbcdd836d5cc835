package org.postbag.matching.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds groups that are one campaign, and the runs that are frame.
final class ClusterMerging {
  /// Two campaigns are one when they share so much of the smaller core.
  private static final double GROUPS_ALIKE = 0.4;

  /// A letter by itself joins a campaign with which it shares so much.
  static final double LETTER_ALIKE = 0.33;

  static final int FEW = 5;

  private static final int CAMPAIGN = 3;
  private static final double UNLIKE = 0.3;
  private static final int UNLIKE_CAMPAIGNS = 3;
  private static final int MOST_ROUNDS = 4;

  private final ClusterTable table;
  private final List<Campaigns.Merge> merges = new ArrayList<>();
  private final Map<Long, Double> likeness = new HashMap<>();

  ClusterMerging(ClusterTable table) {
    this.table = table;
  }

  /// @param changed the places of groups that are new or have grown
  List<Campaigns.Merge> run(List<Integer> changed) {
    findFrame();
    List<Integer> todo = new ArrayList<>(changed);
    for (int round = 0; round < MOST_ROUNDS && !todo.isEmpty(); round++) {
      todo.sort(Comparator.comparingInt(this::members).thenComparingLong(this::number));
      List<Integer> next = new ArrayList<>();
      for (int place : todo) {
        int merged = mergeWithNearest(place);
        if (merged >= 0) {
          next.add(merged);
        }
      }
      todo = new ArrayList<>(next.stream().distinct().filter(p -> members(p) > 0).toList());
    }
    return merges;
  }

  private int members(int place) {
    return table.group(place).map(Cluster::members).orElse(0);
  }

  private long number(int place) {
    return table.group(place).map(Cluster::number).orElse(0L);
  }

  /// The place of what came of it; -1 when nothing was merged.
  private int mergeWithNearest(int place) {
    if (members(place) == 0) {
      return -1;
    }
    Cluster group = table.group(place).orElseThrow();
    int[] core = group.core();
    int best = -1;
    double most = 0;
    for (int other : table.near(core)) {
      double alike = other == place ? 0 : alike(core, place, other);
      if (alike > most && alike >= threshold(place, other) && mayMerge(place, other)) {
        most = alike;
        best = other;
      }
    }
    return best < 0 ? -1 : merge(place, best);
  }

  private double threshold(int one, int other) {
    return Math.min(members(one), members(other)) == 1 ? LETTER_ALIKE : GROUPS_ALIKE;
  }

  private double alike(int[] core, int place, int other) {
    return alike(core, members(place), table.group(other).orElseThrow(), table.frame());
  }

  /// How much a letter or a core has in common with a cluster. Letters that quote the same passage
  /// are no campaign, so it has to be half of a letter that joins them.
  static double alike(int[] runs, int members, Cluster cluster, FrameRuns frame) {
    boolean few = Math.max(members, cluster.members()) < FEW;
    double alike = Likeness.of(runs, cluster.core(), frame, few);
    return alike > 0 && cluster.isQuotation() && !hasHalf(runs, cluster) ? 0 : alike;
  }

  private static boolean hasHalf(int[] runs, Cluster cluster) {
    return 2 * Arrays.stream(runs).filter(cluster::isCore).count() >= runs.length;
  }

  private boolean mayMerge(int one, int other) {
    Cluster first = table.group(one).orElseThrow();
    Cluster second = table.group(other).orElseThrow();
    return !table.isForbidden(one, other)
        && !Likeness.isOpposed(first, second)
        && !Likeness.isOpposed(second, first)
        && !Likeness.haveOtherMatter(first, second);
  }

  private int merge(int one, int other) {
    boolean firstStays =
        members(one) != members(other)
            ? members(one) > members(other)
            : number(one) < number(other);
    int into = firstStays ? one : other;
    int from = firstStays ? other : one;
    merges.add(new Campaigns.Merge(number(from), number(into), members(from) == 1));
    table.merge(into, from);
    return into;
  }

  /// Runs that are core to several campaigns otherwise unlike.
  private void findFrame() {
    table.frame().ofCampaigns(new int[0]);
    List<Integer> campaigns = table.places(place -> members(place) >= CAMPAIGN);
    long[] pairs =
        campaigns.stream()
            .flatMapToLong(place ->
                Arrays.stream(table.group(place).orElseThrow().core())
                    .mapToLong(run -> ((long) run << 32) | place))
            .sorted()
            .toArray();
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < pairs.length; ) {
      int end = i;
      while (end < pairs.length && pairs[end] >> 32 == pairs[i] >> 32) {
        end++;
      }
      if (end - i >= UNLIKE_CAMPAIGNS && isOfUnlikeCampaigns(pairs, i, end)) {
        found.add((int) (pairs[i] >> 32));
      }
      i = end;
    }
    table.frame().ofCampaigns(found.stream().mapToInt(Integer::intValue).sorted().toArray());
  }

  private boolean isOfUnlikeCampaigns(long[] pairs, int from, int to) {
    List<Integer> unlike = new ArrayList<>();
    for (int i = from; i < to && unlike.size() < UNLIKE_CAMPAIGNS; i++) {
      int place = (int) pairs[i];
      if (unlike.stream().allMatch(other -> cachedLikeness(other, place) < UNLIKE)) {
        unlike.add(place);
      }
    }
    return unlike.size() >= UNLIKE_CAMPAIGNS;
  }

  private double cachedLikeness(int one, int other) {
    return likeness.computeIfAbsent(
        ((long) one << 32) | other, _ -> alike(table.group(one).orElseThrow().core(), one, other));
  }
}
