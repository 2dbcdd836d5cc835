package org.postbag.intake.imap;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postbag.database.Database;
import org.postbag.intake.Batch;
import org.postbag.intake.Intake;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.TestMailbox;

/// Letters that come while their reader is on its way from a look through the folder to IDLE.
/// Servers tell of them at different moments, some in the answer to any command, and only once.
final class AwkwardDeliveries {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Duration SOON = Duration.ofSeconds(3);
  private static final Pattern NUMBER = Pattern.compile("Letter (\\d+)");

  private static final List<Pattern> MOMENTS =
      List.of(
          Pattern.compile("^> .*IDLE"),
          Pattern.compile("^> .*UID SEARCH"),
          Pattern.compile("^< .* OK (UID )?SEARCH", Pattern.CASE_INSENSITIVE),
          Pattern.compile("^> .*UID FETCH"),
          Pattern.compile("^< .* OK (UID )?FETCH", Pattern.CASE_INSENSITIVE));

  private final int most;
  private final IntConsumer deliver;
  private final Map<Integer, Instant> delivered = new ConcurrentHashMap<>();
  private final Map<Integer, Instant> kept = new ConcurrentHashMap<>();
  private final AtomicInteger deliveries = new AtomicInteger();

  /// @param deliver puts a letter with the text `Letter NUMBER` into the mailbox
  AwkwardDeliveries(int most, IntConsumer deliver) {
    this.most = most;
    this.deliver = deliver;
  }

  /// Reads the mailbox, an hour between two polls, until all letters have come.
  void collect(IntFunction<MailboxSettings> mailbox, int port, Database database) {
    Intake intake = new Intake(database, CLOCK);
    try (FaultProxy proxy = FaultProxy.before(port).telling(this::deliverAt);
        Watch watch =
            Watch.on(
                TestMailbox.with(
                    mailbox.apply(proxy.port()), Map.of("pollInterval", Duration.ofHours(1))),
                database,
                batch -> {
                  intake.keep(batch);
                  note(batch);
                })) {
      for (int some = most / 10; some <= most; some += most / 10) {
        watch.untilLetters(some);
      }
    }
  }

  private void deliverAt(String line) {
    int next = deliveries.get();
    if (next < most
        && MOMENTS.get(next % MOMENTS.size()).matcher(line).find()
        && deliveries.compareAndSet(next, next + 1)) {
      delivered.put(next, CLOCK.instant());
      deliver.accept(next);
    }
  }

  private void note(Batch batch) {
    batch
        .letters()
        .forEach(letter -> {
          Matcher number = NUMBER.matcher(new String(letter.rfc822(), StandardCharsets.US_ASCII));
          if (number.find()) {
            kept.put(Integer.valueOf(number.group(1)), CLOCK.instant());
          }
        });
  }

  /// How long each letter took from its delivery until it was kept.
  List<Duration> latencies() {
    return delivered.entrySet().stream()
        .filter(entry -> kept.containsKey(entry.getKey()))
        .map(entry -> Duration.between(entry.getValue(), kept.get(entry.getKey())))
        .toList();
  }

  static boolean isSoon(Duration latency) {
    return latency.compareTo(SOON) <= 0;
  }
}
