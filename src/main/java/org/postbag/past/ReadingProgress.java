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
  private volatile Stretch stretch;
  private volatile String waiting = "";

  public ReadingProgress(InstantSource clock) {
    this.clock = clock;
    this.stretch = new Stretch("", 0, 0, 0, 0, clock.instant());
  }

  /// What has been done.
  ///
  /// @param seen letters that were read
  /// @param kept those of them that are new
  /// @param withheld letters that the server listed and did not give
  public record Counts(long seen, long kept, long withheld) {}

  /// One folder or file.
  ///
  /// @param total its size: in letters, or a file's in octets
  /// @param before how much of that an earlier reading has read
  /// @param done how much of it is read now
  /// @param seenBefore letters read by this reading in other places
  private record Stretch(
      String place, long total, long before, long done, long seenBefore, Instant started) {
    Stretch at(long now) {
      return new Stretch(place, total, before, now, seenBefore, started);
    }
  }

  public Counts counts() {
    return new Counts(seen.get(), kept.get(), withheld.get());
  }

  void begins(String place, long total, long before) {
    stretch = new Stretch(place, total, before, before, seen.get(), clock.instant());
  }

  /// @param done how much of the folder or file is read now
  void read(int many, int fresh, long done) {
    waiting = "";
    seen.addAndGet(many);
    kept.addAndGet(fresh);
    stretch = stretch.at(done);
  }

  void withheld(int many) {
    withheld.addAndGet(many);
  }

  void waits(Duration pause, String why) {
    waiting = "; waits %d seconds: %s".formatted(Math.max(1, pause.toSeconds()), why);
  }

  /// The same in a line for people.
  public String line() {
    Stretch now = stretch;
    double seconds =
        Math.max(1, Duration.between(now.started(), clock.instant()).toMillis() / 1_000.0);
    long letters = seen.get() - now.seenBefore();
    return "%s: %,d letters, %d %%, %.0f a second%s%s"
        .formatted(
            now.place(),
            letters,
            now.total() == 0 ? 100 : Math.min(100, 100 * now.done() / now.total()),
            letters / seconds,
            estimate(now, seconds),
            waiting);
  }

  private static String estimate(Stretch now, double seconds) {
    double rate = (now.done() - now.before()) / seconds;
    long left = now.total() - now.done();
    if (rate <= 0 || left <= 0) {
      return "";
    }
    Duration time = Duration.ofSeconds((long) (left / rate));
    return time.toMinutes() > 1
        ? ", about " + time.toMinutes() + " minutes more"
        : ", about " + time.toSeconds() + " seconds more";
  }
}
