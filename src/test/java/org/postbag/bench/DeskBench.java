package org.postbag.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.postbag.Daemon;
import org.postbag.catalog.TopicId;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.review.Filter;
import org.postbag.review.ReviewQueue;
import org.postbag.search.LetterIndex;
import org.postbag.settings.Settings;
import org.postbag.web.Role;
import org.postbag.web.Staff;

/// `bin/bench desk [LETTERS [SECONDS [USERS]]]`: how long the desk takes to answer people who work
/// at it, over the daemon with that many letters stored, in milliseconds beside the limits; what
/// the same queries take in the database alone; and what open pages cost where nobody does
/// anything. The browser's part is not in it, but client and server share the processor.
///
/// The letters are stored once, under `target/`, and used again by the next run.
public final class DeskBench {
  private static final String PASSWORD = "correct horse battery staple";
  private static final List<String> ASKED =
      List.of("list", "letter", "approve", "search", "counts", "next rows");
  private static final double P95_LIMIT = 25;
  private static final double P99_LIMIT = 75;
  private static final int WARM_UP = 15;
  private static final int QUERIES = 300;

  private final Daemon daemon;
  private final int users;

  private DeskBench(Daemon daemon, int users) {
    this.daemon = daemon;
    this.users = users;
  }

  public static void main(String[] options) throws Exception {
    int letters = options.length > 0 ? Integer.parseInt(options[0]) : 150_000;
    int seconds = options.length > 1 ? Integer.parseInt(options[1]) : 60;
    int users = options.length > 2 ? Integer.parseInt(options[2]) : 20;
    Settings settings = new FilledOffice(Path.of("target", "desk-" + letters), letters).settings();
    try (Daemon daemon = Daemon.start(settings)) {
      DeskBench bench = new DeskBench(daemon, users);
      bench.awaitIndex(letters);
      bench.people(seconds);
      bench.database();
      bench.idle(Math.min(seconds, 30));
    }
  }

  private void awaitIndex(int letters) throws InterruptedException {
    LetterIndex index = daemon.door(LetterIndex.class);
    while (index.size() < letters) {
      System.err.printf("%d of %d letters indexed%n", index.size(), letters);
      Thread.sleep(5_000);
    }
  }

  private void people(int seconds) throws Exception {
    Map<String, ConcurrentLinkedQueue<Long>> cold = times();
    Map<String, ConcurrentLinkedQueue<Long>> warm = times();
    work(cold, WARM_UP);
    int approved = work(warm, seconds);
    System.out.printf(
        "%d users for %d s, %d replies approved%n%-10s %6s %8s %8s %8s%n",
        users, seconds, approved, "ms", "n", "p50", "p95", "p99");
    warm.forEach((what, nanos) -> print(what, List.copyOf(nanos)));
    List<Long> all = warm.values().stream().flatMap(ConcurrentLinkedQueue::stream).toList();
    print("all", all);
    System.out.printf(
        Locale.ROOT,
        "x the limit: p95 %.2f, p99 %.2f%n",
        millis(all, 0.95) / P95_LIMIT,
        millis(all, 0.99) / P99_LIMIT);
  }

  private static Map<String, ConcurrentLinkedQueue<Long>> times() {
    Map<String, ConcurrentLinkedQueue<Long>> times = new LinkedHashMap<>();
    ASKED.forEach(what -> times.put(what, new ConcurrentLinkedQueue<>()));
    return times;
  }

  private int work(Map<String, ConcurrentLinkedQueue<Long>> times, int seconds) throws Exception {
    List<DeskUser> all = signedIn(times);
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> working = new ArrayList<>();
      for (DeskUser user : all) {
        working.add(
            threads.submit(() -> {
              user.workUntil(end);
              return true;
            }));
      }
      for (Future<?> one : working) {
        one.get();
      }
    }
    return all.stream().mapToInt(DeskUser::approved).sum();
  }

  private List<DeskUser> signedIn(Map<String, ConcurrentLinkedQueue<Long>> times) throws Exception {
    Staff staff = daemon.door(Staff.class);
    List<DeskUser> all = new ArrayList<>();
    for (int i = 0; i < users; i++) {
      staff.add("user" + i, Role.APPROVER, PASSWORD);
      DeskUser user = new DeskUser(daemon.address(), i, times);
      user.signIn("user" + i, PASSWORD);
      all.add(user);
    }
    return all;
  }

  /// The limit: what the pages ask the database, without a page.
  private void database() {
    ReviewQueue queue = daemon.door(ReviewQueue.class);
    Ledger ledger = daemon.door(Ledger.class);
    long some = queue.page(Filter.in(State.WAITING, 1)).getFirst().letter();
    Filter topic =
        new Filter(
            Optional.of(State.SENT),
            Optional.of(new TopicId("calais")),
            Optional.empty(),
            Optional.empty(),
            50);
    Map<String, Runnable> queries = new LinkedHashMap<>();
    queries.put("waiting", () -> queue.page(Filter.in(State.WAITING, 50)));
    queries.put("sent", () -> queue.page(Filter.in(State.SENT, 50)));
    queries.put("sent topic", () -> queue.page(topic));
    queries.put("letter", () -> queue.matchOf(queue.find(some).orElseThrow().letter()));
    queries.put("counts", ledger::account);
    queries.put("groups", queue::groups);
    queries.put("campaigns", () -> queue.campaigns(5));
    System.out.println("in the database alone:");
    queries.forEach((what, query) -> {
      List<Long> nanos = new ArrayList<>();
      for (int i = 0; i < QUERIES; i++) {
        long start = System.nanoTime();
        query.run();
        nanos.add(System.nanoTime() - start);
      }
      print(what, nanos);
    });
  }

  private void idle(int seconds) throws Exception {
    List<DeskUser> open = signedIn(times());
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long alone = system.getProcessCpuTime();
    Thread.sleep(seconds * 1_000L);
    alone = system.getProcessCpuTime() - alone;
    List<Stream<String>> pages = new ArrayList<>();
    for (DeskUser user : open) {
      pages.add(user.live());
    }
    long listened = system.getProcessCpuTime();
    Thread.sleep(seconds * 1_000L);
    listened = system.getProcessCpuTime() - listened;
    pages.forEach(Stream::close);
    System.out.printf(
        Locale.ROOT,
        "nobody: %.1f %% of a core; %d open pages: %.1f %% (client included, limit 1 %%)%n",
        alone / 1e7 / seconds,
        users,
        listened / 1e7 / seconds);
  }

  private static void print(String what, List<Long> nanos) {
    System.out.printf(
        Locale.ROOT,
        "%-10s %6d %8.2f %8.2f %8.2f%n",
        what,
        nanos.size(),
        millis(nanos, 0.5),
        millis(nanos, 0.95),
        millis(nanos, 0.99));
  }

  private static double millis(List<Long> nanos, double quantile) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.isEmpty()
        ? 0
        : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * quantile)) / 1e6;
  }
}
