package org.postbag.upkeep.retention;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postbag.database.Database;
import org.postbag.ledger.Actor;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.State;
import org.postbag.upkeep.person.Erasure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Erases letters that were kept for as long as they may be.
public final class Retention {
  /// The states in which nothing more is done with a letter.
  public static final Set<State> ENDED =
      EnumSet.of(State.SENT, State.CLOSED, State.SET_ASIDE, State.FAILED);

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private final JdbcRetention rows;
  private final RetentionSettings settings;
  private final Erasure erasure;
  private final InstantSource clock;
  private LocalDate ran = LocalDate.MIN;

  public Retention(
      Database database, RetentionSettings settings, Erasure erasure, InstantSource clock) {
    this.rows = new JdbcRetention(database);
    this.settings = settings;
    this.erasure = erasure;
    this.clock = clock;
  }

  /// Letters of one state and topic that are to be erased.
  ///
  /// @param topic empty for letters without one
  /// @param kept how long such letters are kept
  public record Due(State state, String topic, Duration kept, List<Long> letters) {
    public Due {
      letters = List.copyOf(letters);
    }
  }

  public RetentionSettings settings() {
    return settings;
  }

  /// What is to be erased now, without what a legal hold covers. Changes nothing.
  public List<Due> preview() {
    Instant now = clock.instant();
    List<Due> all = new ArrayList<>();
    for (State state : ENDED) {
      for (String topic : rows.topics(state)) {
        Optional<Duration> kept = settings.of(state, topic);
        kept.map(age -> new Due(state, topic, age, rows.due(state, topic, now.minus(age))))
            .filter(due -> !due.letters().isEmpty())
            .ifPresent(all::add);
      }
    }
    return all;
  }

  /// Erases it.
  ///
  /// @return how many letters
  public int run(Actor by) throws IOException {
    int erased = 0;
    for (Due due : preview()) {
      erased += due.letters().size();
      var _ = erasure.erase(due.letters(), by, DecisionReason.ERASED_BY_AGE);
    }
    if (erased > 0) {
      erasure.finish();
      LOG.info("{} letters were erased because of their age", erased);
    }
    return erased;
  }

  /// Runs once on each day, in the hours after that time.
  public void runDaily(LocalTime at, ZoneId zone) {
    ZonedDateTime now = clock.instant().atZone(zone);
    if (settings.isNone() || now.toLocalDate().equals(ran) || now.toLocalTime().isBefore(at)) {
      return;
    }
    ran = now.toLocalDate();
    try {
      var _ = run(Actor.POSTBAG);
    } catch (IOException e) {
      LOG.warn("Letters could not be erased because of their age: {}", e.toString());
    }
  }
}
