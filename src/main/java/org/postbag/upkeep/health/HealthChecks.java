package org.postbag.upkeep.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postbag.database.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door: looks at every part, and says each change in the log once.
public final class HealthChecks {
  private static final Logger LOG = LoggerFactory.getLogger(HealthChecks.class);

  /// Probes, Prometheus and people may ask as often as they like.
  private static final Duration GOOD_FOR = Duration.ofSeconds(1);

  private final List<HealthCheck> checks;
  private final InstantSource clock;
  private HealthReport latest = new HealthReport(List.of());
  private Instant looked = Instant.MIN;

  /// @param checks in the order in which they are shown; after one that found the database away,
  ///   those that need it are left out
  public HealthChecks(List<HealthCheck> checks, InstantSource clock) {
    this.checks = List.copyOf(checks);
    this.clock = clock;
  }

  public synchronized HealthReport report() {
    Instant now = clock.instant();
    if (!looked.plus(GOOD_FOR).isAfter(now)) {
      HealthReport before = latest;
      latest = new HealthReport(look().stream().map(found -> since(before, found, now)).toList());
      looked = now;
      announce(before, latest);
    }
    return latest;
  }

  private List<Finding> look() {
    List<Finding> all = new ArrayList<>();
    boolean away = false;
    for (HealthCheck check : checks) {
      if (away && check instanceof OfDatabase) {
        continue;
      }
      List<Finding> found = look(check);
      away |= found.stream().anyMatch(HealthChecks::isDatabaseAway);
      all.addAll(found);
    }
    return all;
  }

  /// A check that breaks is a finding, too.
  private static List<Finding> look(HealthCheck check) {
    try {
      return check.look();
    } catch (RuntimeException e) {
      LOG.debug("a check broke", e);
      String why = DatabaseAway.reason(e).orElseGet(() -> e.getClass().getSimpleName());
      return List.of(Finding.down(DatabaseCheck.PART, "A check cannot be made: " + why + "."));
    }
  }

  private static boolean isDatabaseAway(Finding finding) {
    return finding.part().equals(DatabaseCheck.PART) && finding.level() == Finding.Level.DOWN;
  }

  private static HealthReport.Line since(HealthReport before, Finding found, Instant now) {
    return new HealthReport.Line(
        found, same(before, found).map(HealthReport.Line::since).orElse(now));
  }

  private static Optional<HealthReport.Line> same(HealthReport report, Finding finding) {
    return report.lines().stream().filter(line -> line.finding().isSameAs(finding)).findFirst();
  }

  /// A database that is away is said by the routes that meet it, once; all the rest follows from
  /// it.
  private static void announce(HealthReport before, HealthReport after) {
    if (after.lines().stream().anyMatch(line -> isDatabaseAway(line.finding()))) {
      return;
    }
    for (HealthReport.Line line : after.lines()) {
      Finding finding = line.finding();
      // Just after the database came back, routes and mailboxes have not tried again yet.
      if (same(before, finding).isPresent() || finding.words().contains(DatabaseAway.NO_ANSWER)) {
        continue;
      }
      switch (finding.level()) {
        case DOWN -> LOG.error("health, {}: {}", finding.part(), finding.words());
        case WARNING -> LOG.warn("health, {}: {}", finding.part(), finding.words());
        case NOTICE, WELL -> LOG.info("health, {}: {}", finding.part(), finding.words());
      }
    }
  }
}
