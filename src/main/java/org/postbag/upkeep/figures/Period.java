package org.postbag.upkeep.figures;

import java.time.LocalDate;

/// Days of the office, both ends among them.
public record Period(LocalDate from, LocalDate to) {
  private static final int LONGEST = 400;

  /// At most [#LONGEST] days, so that no page reads years.
  public Period {
    if (to.isBefore(from)) {
      to = from;
    }
    if (from.plusDays(LONGEST).isBefore(to)) {
      from = to.minusDays(LONGEST);
    }
  }

  /// The last days up to that one.
  public static Period upTo(LocalDate last, int days) {
    return new Period(last.minusDays(days - 1L), last);
  }

  public long days() {
    return to.toEpochDay() - from.toEpochDay() + 1;
  }
}
