package org.postbag.web;

import org.postbag.upkeep.health.Finding;
import org.postbag.upkeep.health.HealthChecks;
import org.postbag.upkeep.health.HealthReport;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// What [HealthChecks] found, for `/actuator/health` and the readiness probe.
final class PostbagHealth implements HealthIndicator {
  private final HealthChecks checks;

  PostbagHealth(HealthChecks checks) {
    this.checks = checks;
  }

  @Override
  public Health health() {
    HealthReport report = checks.report();
    Health.Builder health =
        switch (report.worst()) {
          case DOWN -> Health.down();
          case WARNING -> Health.status(MailboxesHealth.WARNING);
          case NOTICE, WELL -> Health.up();
        };
    report.lines().stream()
        .map(HealthReport.Line::finding)
        .filter(finding -> finding.level() != Finding.Level.WELL)
        .forEach(finding -> health.withDetail(finding.part(), finding.words()));
    return health.build();
  }
}
