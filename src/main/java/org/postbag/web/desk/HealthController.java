package org.postbag.web.desk;

import java.util.List;
import java.util.Locale;
import org.postbag.upkeep.health.Finding;
import org.postbag.upkeep.health.HealthChecks;
import org.postbag.upkeep.health.HealthReport;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;

/// Whether everything works, and if not, why.
@Requires(value = Role.VIEWER, of = Requires.Of.OFFICE)
@Controller
class HealthController {
  private final HealthChecks checks;
  private final Times times;

  HealthController(HealthChecks checks, Times times) {
    this.checks = checks;
    this.times = times;
  }

  /// @param level as a word for people
  record Row(String part, String level, String style, String words, String since) {}

  @GetMapping("/health")
  String page(ModelMap model) {
    HealthReport report = checks.report();
    List<Row> rows =
        report.lines().stream()
            .sorted((a, b) -> b.finding().level().compareTo(a.finding().level()))
            .map(this::row)
            .toList();
    model.addAttribute("rows", rows).addAttribute("ready", report.isReady());
    model.addAttribute("worst", word(report.worst()));
    return "health";
  }

  private Row row(HealthReport.Line line) {
    Finding finding = line.finding();
    return new Row(
        finding.part(),
        word(finding.level()),
        finding.level().name().toLowerCase(Locale.ROOT),
        finding.words(),
        times.of(line.since()));
  }

  private static String word(Finding.Level level) {
    return switch (level) {
      case DOWN -> "does not work";
      case WARNING -> "needs a look";
      case NOTICE -> "note";
      case WELL -> "works";
    };
  }
}
