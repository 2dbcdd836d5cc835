package org.postbag.upkeep.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postbag.ledger.State;

/// What some entries of the ledger add to the sums of their days.
final class Sums {
  /// One sum.
  ///
  /// @param what an [Event], or a step of [ReplyTime]
  record Key(long day, String topic, String what) {}

  private final ZoneId zone;
  private final Map<Key, Long> events = new HashMap<>();
  private final Map<Key, Long> times = new HashMap<>();

  private Sums(ZoneId zone) {
    this.zone = zone;
  }

  static Sums of(List<LedgerLine> lines, ZoneId zone) {
    Sums sums = new Sums(zone);
    lines.forEach(sums::add);
    return sums;
  }

  Map<Key, Long> events() {
    return events;
  }

  /// By the step of [ReplyTime] as a number.
  Map<Key, Long> times() {
    return times;
  }

  private void add(LedgerLine line) {
    if (line.isArrival()) {
      arrived(line);
    } else if (line.isApproval()) {
      approved(line, 1);
    } else if (line.isUndone()) {
      approved(line, -1);
    } else if (line.to() == State.CLOSED) {
      add(line.at(), line.topic(), Event.CLOSED, 1);
    } else if (line.to() == State.SENT) {
      sent(line);
    }
    line.chosen().ifPresent(chosen -> chosen(line, chosen));
  }

  private void arrived(LedgerLine line) {
    add(line.received(), line.topic(), Event.LETTER, 1);
    Event became =
        line.to() == State.WAITING
            ? Event.DRAFTED
            : line.to() == State.SET_ASIDE ? Event.SET_ASIDE : Event.PERSON;
    add(line.received(), line.topic(), became, 1);
    line.home().ifPresent(home -> add(line.received(), line.topic(), home, 1));
  }

  private void approved(LedgerLine line, int n) {
    add(line.at(), line.topic(), Event.APPROVED, n);
    if (line.edited()) {
      add(line.at(), line.topic(), Event.EDITED, n);
    }
    if (!line.topic().isEmpty() && line.topic().equals(line.matched())) {
      add(line.at(), line.topic(), Event.RIGHT, n);
    }
  }

  private void chosen(LedgerLine line, String chosen) {
    if (!chosen.equals(line.matched())) {
      add(line.at(), line.matched(), Event.CORRECTED, 1);
      add(line.at(), chosen, Event.CHOSEN, 1);
    }
  }

  private void sent(LedgerLine line) {
    add(line.at(), line.topic(), Event.SENT, 1);
    int step = ReplyTime.step(Duration.between(line.received(), line.at()));
    times.merge(new Key(day(line.at()), line.topic(), Integer.toString(step)), 1L, Long::sum);
  }

  private void add(Instant at, String topic, Event event, long n) {
    events.merge(new Key(day(at), topic, event.word()), n, Long::sum);
  }

  private long day(Instant at) {
    return LocalDate.ofInstant(at, zone).toEpochDay();
  }
}
