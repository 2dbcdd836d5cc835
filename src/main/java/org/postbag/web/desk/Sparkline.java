package org.postbag.web.desk;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Letters a day as a small line, for an SVG of 120 by 24.
///
/// @param points of a polyline
/// @param most letters on one day
public record Sparkline(String points, int most) {
  private static final int WIDTH = 120;
  private static final int HEIGHT = 22;

  public static Sparkline of(List<Integer> days) {
    int most = days.stream().mapToInt(Integer::intValue).max().orElse(1);
    double step = days.size() < 2 ? WIDTH : (double) WIDTH / (days.size() - 1);
    String points =
        IntStream.range(0, days.size())
            .mapToObj(i ->
                String.format(
                    Locale.ROOT,
                    "%.1f,%.1f",
                    i * step,
                    HEIGHT + 1 - (double) HEIGHT * days.get(i) / Math.max(1, most)))
            .collect(Collectors.joining(" "));
    return new Sparkline(points, most);
  }
}
