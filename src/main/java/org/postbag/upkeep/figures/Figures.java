package org.postbag.upkeep.figures;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.postbag.database.Database;
import org.postbag.ledger.State;

/// The figures of the office, by day and topic.
public final class Figures {
  private final JdbcFigures rows;
  private final InstantSource clock;
  private final ZoneId zone;

  /// @param zone where the office is
  public Figures(Database database, InstantSource clock, ZoneId zone) {
    this.rows = new JdbcFigures(database);
    this.clock = clock;
    this.zone = zone;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /// By the topic's name; the empty name is no topic.
  public Map<String, EventCounts> byTopic(Period period) {
    return rows.byTopic(period);
  }

  /// By day, of all topics together.
  public Map<LocalDate, EventCounts> byDay(Period period) {
    return rows.byDay(period);
  }

  /// How long replies took, by topic.
  public Map<String, ReplyTime> replyTimes(Period period) {
    return rows.replyTimes(period);
  }

  /// The last day on which a reply on each topic was approved.
  public Map<String, LocalDate> lastUsed() {
    return rows.lastDay(Event.APPROVED);
  }

  /// By day and topic, for a table of everything.
  public Map<LocalDate, Map<String, EventCounts>> all(Period period) {
    return rows.all(period);
  }

  /// How long the letter has waited that has waited longest, for approval or for a person.
  public Optional<Duration> oldestWaits() {
    return Stream.of(State.WAITING, State.NEEDS_PERSON)
        .flatMap(state -> rows.oldest(state).stream())
        .min(Comparator.naturalOrder())
        .map(came -> Duration.between(came, clock.instant()));
  }
}
