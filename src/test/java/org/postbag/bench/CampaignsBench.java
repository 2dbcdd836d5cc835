package org.postbag.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.postbag.classifier.text.Passage;
import org.postbag.matching.campaign.Campaign;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.matching.campaign.OwnLine;

/// How well campaigns are recognised, what it costs, and how much memory a million letters take.
/// Fails when a limit is passed.
///
/// Options: `seed=N`; `letters=N`, for the memory, 0 to leave it out.
public final class CampaignsBench {
  private static final int ORDERS = 4;
  private static final int BATCH = 100;

  private boolean kept = true;

  public static void main(String[] options) {
    CampaignsBench bench = new CampaignsBench();
    long seed = option(options, "seed", 1);
    bench.recognition(new CampaignPost(seed).post(30, 20, 400, 3_000));
    long letters = option(options, "letters", 1_000_000);
    if (letters > 0) {
      bench.memory(letters, 1_000);
    }
    System.exit(bench.kept ? 0 : 1);
  }

  private static long option(String[] options, String name, long otherwise) {
    return Arrays.stream(options)
        .filter(option -> option.startsWith(name + "="))
        .map(option -> Long.parseLong(option.substring(name.length() + 1)))
        .findFirst()
        .orElse(otherwise);
  }

  private void figure(String what, double value, double limit, boolean atLeast) {
    boolean good = atLeast ? value >= limit : value <= limit;
    kept &= good;
    System.out.printf(
        Locale.ROOT,
        "%-52s %9.4f   %s %.3f%s%n",
        what,
        value,
        atLeast ? ">=" : "<=",
        limit,
        good ? "" : "   MISSED");
  }

  private void recognition(List<CampaignPost.Made> post) {
    System.out.println(post.size() + " letters");
    run(post, order(post.size(), 99)); // so that the times below are those of compiled code
    Set<Long> first = new HashSet<>();
    double least = 1;
    for (int order = 0; order < ORDERS; order++) {
      Run run = run(post, order(post.size(), order));
      Set<Long> pairs = pairs(run.groups);
      if (order == 0) {
        first = pairs;
        figures(post, run, pairs);
      } else {
        Set<Long> both = new HashSet<>(first);
        both.retainAll(pairs);
        least = Math.min(least, (double) both.size() / (first.size() + pairs.size() - both.size()));
      }
    }
    figure("the same pairs in " + ORDERS + " orders (Jaccard, the least)", least, 0.98, true);
  }

  private record Run(
      Map<Integer, Campaign> members, Map<Long, List<Integer>> groups, double millis) {}

  private static List<Integer> order(int letters, int order) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 1; i <= letters; i++) {
      numbers.add(i);
    }
    if (order > 0) {
      Collections.shuffle(numbers, new Random(order));
    }
    return numbers;
  }

  private static Run run(List<CampaignPost.Made> post, List<Integer> order) {
    Campaigns campaigns = new Campaigns();
    int read = 0;
    long start = cpu();
    for (int letter : order) {
      campaigns.join(letter, Passage.of(post.get(letter - 1).text()));
      if (++read % BATCH == 0) {
        campaigns.reconcile();
      }
    }
    campaigns.reconcileAll();
    double millis = (cpu() - start) / 1e6 / order.size();
    Map<Integer, Campaign> members = new HashMap<>();
    Map<Long, List<Integer>> groups = new HashMap<>();
    for (int letter = 1; letter <= post.size(); letter++) {
      Optional<Campaign> campaign =
          campaigns.current(letter, Passage.of(post.get(letter - 1).text()));
      if (campaign.isPresent()) {
        members.put(letter, campaign.get());
        groups.computeIfAbsent(campaign.get().first(), _ -> new ArrayList<>()).add(letter);
      }
    }
    return new Run(members, groups, millis);
  }

  private static Set<Long> pairs(Map<Long, List<Integer>> groups) {
    Set<Long> pairs = new HashSet<>();
    for (List<Integer> group : groups.values()) {
      for (int one : group) {
        for (int other : group) {
          if (one < other) {
            pairs.add(((long) one << 32) | other);
          }
        }
      }
    }
    return pairs;
  }

  private void figures(List<CampaignPost.Made> post, Run run, Set<Long> pairs) {
    Map<Long, List<Integer>> truth = new HashMap<>();
    for (int letter = 1; letter <= post.size(); letter++) {
      int number = letter;
      post.get(letter - 1)
          .campaign()
          .ifPresent(c -> truth.computeIfAbsent((long) c, _ -> new ArrayList<>()).add(number));
    }
    Set<Long> real = pairs(truth);
    Set<Long> right = new HashSet<>(pairs);
    right.retainAll(real);
    figure("pairs, precision", (double) right.size() / pairs.size(), 0.99, true);
    figure("pairs, recall", (double) right.size() / real.size(), 0.97, true);
    personal(post, run);
    figure("a letter joins, reconciling included (ms CPU)", run.millis, 1, false);
  }

  private void personal(List<CampaignPost.Made> post, Run run) {
    int shown = 0;
    int rightly = 0;
    int added = 0;
    int found = 0;
    int verbatim = 0;
    int verbatimApart = 0;
    int apart = 0;
    int apartRightly = 0;
    int differ = 0;
    for (Map.Entry<Integer, Campaign> member : run.members.entrySet()) {
      CampaignPost.Made letter = post.get(member.getKey() - 1);
      if (letter.campaign().isEmpty()) {
        continue;
      }
      List<String> own = member.getValue().ownLines().stream().map(OwnLine::text).toList();
      shown += own.size();
      rightly += (int) own.stream().filter(line -> letter.added().contains(line)).count();
      added += letter.added().size();
      found += (int) letter.added().stream().filter(own::contains).count();
      boolean outlier = member.getValue().isPersonal();
      apart += outlier ? 1 : 0;
      apartRightly += outlier && letter.differs() ? 1 : 0;
      differ += letter.differs() ? 1 : 0;
      boolean copy = letter.level() == 0 && letter.added().isEmpty();
      verbatim += copy ? 1 : 0;
      verbatimApart += copy && outlier ? 1 : 0;
    }
    figure("personal lines, precision", (double) rightly / shown, 0.95, true);
    figure("personal lines, recall", (double) found / added, 0.97, true);
    figure("outliers, precision", (double) apartRightly / apart, 0.85, true);
    figure("outliers, recall", (double) apartRightly / differ, 0.95, true);
    figure("copies put before a person", (double) verbatimApart / verbatim, 0.005, false);
  }

  /// Letters that differ in one sentence: each leaves runs of its own behind.
  private void memory(long letters, int campaigns) {
    CampaignPost made = new CampaignPost(7);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < campaigns; i++) {
      texts.add(String.join(" ", made.campaign()) + " ");
    }
    long before = used();
    Campaigns all = new Campaigns();
    long start = cpu();
    for (long letter = 1; letter <= letters; letter++) {
      String text = texts.get((int) (letter % campaigns));
      all.join(letter, Passage.of(letter % 3 == 0 ? text + made.sentence() : text));
      if (letter % 10_000 == 0) {
        all.reconcile();
      }
    }
    double millis = (cpu() - start) / 1e6 / letters;
    double megabytes = (used() - before) / 1024.0 / 1024.0;
    System.out.printf(
        Locale.ROOT,
        "%,d letters in %,d campaigns: %.3f ms CPU each%n",
        letters,
        campaigns,
        millis);
    figure("memory of these (MiB)", megabytes, 64, false);
    if (all.text(1).isEmpty()) {
      throw new IllegalStateException("the first campaign is lost");
    }
  }

  /// Processor time of this thread: another program's load is not measured.
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
