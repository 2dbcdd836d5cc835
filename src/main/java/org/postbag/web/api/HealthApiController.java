package org.postbag.web.api;

import java.util.List;
import java.util.Locale;
import org.postbag.upkeep.health.HealthChecks;
import org.postbag.upkeep.health.HealthReport;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether everything works, with the reasons.
@Requires(value = Role.VIEWER, of = Requires.Of.OFFICE)
@RestController
class HealthApiController {
  private final HealthChecks checks;

  HealthApiController(HealthChecks checks) {
    this.checks = checks;
  }

  /// @param level `well`, `notice`, `warning` or `down`
  record FindingJson(String part, String level, String words, String since) {
    static FindingJson of(HealthReport.Line line) {
      return new FindingJson(
          line.finding().part(),
          word(line.finding().level()),
          line.finding().words(),
          line.since().toString());
    }
  }

  /// @param level the worst of the findings'
  /// @param ready false when one is `down`
  record HealthJson(String level, boolean ready, List<FindingJson> findings) {}

  @GetMapping("/api/v1/health")
  HealthJson health() {
    HealthReport report = checks.report();
    return new HealthJson(
        word(report.worst()),
        report.isReady(),
        report.lines().stream().map(FindingJson::of).toList());
  }

  private static String word(Enum<?> level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
