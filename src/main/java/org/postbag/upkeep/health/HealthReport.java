package org.postbag.upkeep.health;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Everything that was found at one look.
public record HealthReport(List<Line> lines) {
  /// One finding.
  ///
  /// @param since when the part was first found so
  public record Line(Finding finding, Instant since) {}

  public HealthReport {
    lines = List.copyOf(lines);
  }

  public Finding.Level worst() {
    return lines.stream()
        .map(line -> line.finding().level())
        .max(Comparator.naturalOrder())
        .orElse(Finding.Level.WELL);
  }

  /// Whether letters come in, are answered and leave.
  public boolean isReady() {
    return worst() != Finding.Level.DOWN;
  }

  /// How many findings are of that level.
  public long count(Finding.Level level) {
    return lines.stream().filter(line -> line.finding().level() == level).count();
  }
}
