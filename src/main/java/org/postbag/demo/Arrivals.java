package org.postbag.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Lets the sample letters arrive: more than half lie in the inbox from the start, written over the
/// last days; the rest come one after another while somebody watches.
final class Arrivals implements AutoCloseable {
  private static final Duration PAST = Duration.ofDays(3);
  private static final long LOOK_AGAIN_MILLIS = 50;

  private final DemoMailServer server;
  private final InstantSource clock;
  private final ScheduledExecutorService postman =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("postman").factory());

  Arrivals(DemoMailServer server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
  }

  /// As soon as `ready` says so, puts the first six tenths of `letters` into the inbox, and then
  /// the others over `meanwhile`. Returns at once.
  void begin(List<SampleLetter> letters, Duration meanwhile, BooleanSupplier ready) {
    if (ready.getAsBoolean()) {
      int atOnce = letters.size() * 6 / 10;
      bring(letters.subList(0, atOnce));
      bringOver(meanwhile, new ArrayDeque<>(letters.subList(atOnce, letters.size())));
    } else {
      var _ =
          postman.schedule(
              () -> begin(letters, meanwhile, ready), LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void bring(List<SampleLetter> letters) {
    Instant start = clock.instant().minus(PAST);
    for (int i = 0; i < letters.size(); i++) {
      Instant time = start.plus(PAST.multipliedBy(i).dividedBy(letters.size()));
      server.arrive(letters.get(i).writtenAt(time), time);
    }
  }

  private void bringOver(Duration meanwhile, Queue<SampleLetter> letters) {
    if (!letters.isEmpty()) {
      long pause = Math.max(1, meanwhile.toNanos() / letters.size());
      var _ =
          postman.scheduleAtFixedRate(() -> bringNext(letters), pause, pause, TimeUnit.NANOSECONDS);
    }
  }

  private void bringNext(Queue<SampleLetter> letters) {
    SampleLetter next = letters.poll();
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
