package org.postbag.past;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// How far a reading has come; asked by other threads while it runs.
public final class ReadingProgress {
  private final InstantSource clock;
  private final AtomicLong seen = new AtomicLong();
  private final AtomicLong kept = new AtomicLong();
  private final AtomicLong withheld = new AtomicLong();
  private volatile String place = "";
  private volatile String waiting = "";
  private volatile long total;
  private volatile long before;
  private volatile long seenBefore;
  private volatile Instant started;

  public ReadingProgress(InstantSource clock) {
    this.clock = clock;
    this.started = clock.instant();
  }

  /// What has been done.
  ///
  /// @param seen letters that were read
  /// @param kept those of them that are new
  /// @param withheld letters that the server listed and did not give
  public record Counts(long seen, long kept, long withheld) {}

  public Counts counts() {
    return new Counts(seen.get(), kept.get(), withheld.get());
  }

  /// @param letters how many stand there, or octets of a file
  /// @param already how many of these were read by an earlier reading
  void begins(String where, long letters, long already) {
    place = where;
    total = letters;
    before = already;
    seenBefore = seen.get();
    started = clock.instant();
  }

  void read(int many, int fresh) {
    waiting = "";
    seen.addAndGet(many);
    kept.addAndGet(fresh);
  }

  void withheld(int many) {
    withheld.addAndGet(many);
  }

  void waits(Duration pause, String why) {
    waiting = "; waits %d seconds: %s".formatted(Math.max(1, pause.toSeconds()), why);
  }

  /// The same in a line for people.
  public String line() {
    long here = seen.get() - seenBefore;
    Duration taken = Duration.between(started, clock.instant());
    double rate = here / Math.max(1.0, taken.toMillis() / 1_000.0);
    long left = Math.max(0, total - before - here);
    String estimate =
        here == 0 || left == 0 ? "" : ", about " + words(Duration.ofSeconds((long) (left / rate))) + " more";
    return "%s: %,d of %,d letters, %.0f a second%s%s"
        .formatted(place, Math.min(total, before + here), total, rate, estimate, waiting);
  }

  private static String words(Duration time) {
    return time.toMinutes() > 1 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
  }
}
