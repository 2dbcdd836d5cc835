package org.postbag.demo;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Lets the sample letters arrive: more than half lie in the inbox from the start, written over the
/// last days; the rest come one after another while somebody watches.
public final class Arrivals implements AutoCloseable {
  private static final Duration PAST = Duration.ofDays(3);

  private final DemoMailServer server;
  private final InstantSource clock;
  private final Queue<SampleLetter> still;
  private final ScheduledExecutorService postman =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("postman").factory());

  private Arrivals(DemoMailServer server, InstantSource clock, List<SampleLetter> still) {
    this.server = server;
    this.clock = clock;
    this.still = new ArrayDeque<>(still);
  }

  /// Puts the first six tenths of `letters` into the inbox now and the others over `meanwhile`.
  public static Arrivals of(
      List<SampleLetter> letters, DemoMailServer server, InstantSource clock, Duration meanwhile) {
    int atOnce = letters.size() * 6 / 10;
    Arrivals arrivals = new Arrivals(server, clock, letters.subList(atOnce, letters.size()));
    arrivals.bring(letters.subList(0, atOnce));
    arrivals.bringTheRestOver(meanwhile);
    return arrivals;
  }

  private void bring(List<SampleLetter> letters) {
    var start = clock.instant().minus(PAST);
    for (int i = 0; i < letters.size(); i++) {
      var time = start.plus(PAST.multipliedBy(i).dividedBy(letters.size()));
      server.arrive(letters.get(i).writtenAt(time), time);
    }
  }

  private void bringTheRestOver(Duration meanwhile) {
    if (!still.isEmpty()) {
      long pause = Math.max(1, meanwhile.toNanos() / still.size());
      var _ = postman.scheduleAtFixedRate(this::bringNext, pause, pause, TimeUnit.NANOSECONDS);
    }
  }

  private void bringNext() {
    SampleLetter next = still.poll();
    if (next == null) {
      postman.shutdown();
    } else {
      server.arrive(next.writtenAt(clock.instant()), clock.instant());
    }
  }

  @Override
  public void close() {
    postman.shutdownNow();
  }
}
