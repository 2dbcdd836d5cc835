package org.postbag.web.desk.figures;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postbag.upkeep.figures.Period;

/// Numbers of days as bars of an SVG; its table stands beside it.
///
/// @param most the highest number, at the top line
/// @param first the first day, below the left end
/// @param last the last day, below the right end
record BarChart(List<Bar> bars, long most, String first, String last) {
  static final int WIDTH = 640;
  static final int HEIGHT = 140;
  private static final double GAP = 0.2;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

  /// @param label what a pointer that rests on it is told
  record Bar(String x, String y, String width, String height, String label) {}

  static BarChart of(Period period, Map<LocalDate, Long> numbers) {
    long most = Math.max(1, numbers.values().stream().mapToLong(Long::longValue).max().orElse(1));
    double step = (double) WIDTH / period.days();
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < period.days(); i++) {
      LocalDate day = period.from().plusDays(i);
      long n = numbers.getOrDefault(day, 0L);
      double height = (double) HEIGHT * n / most;
      bars.add(
          new Bar(
              number(i * step),
              number(HEIGHT - height),
              number(step * (1 - GAP)),
              number(height),
              DAY.format(day) + ": " + n));
    }
    return new BarChart(bars, most, DAY.format(period.from()), DAY.format(period.to()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
