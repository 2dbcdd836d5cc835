package org.postbag.sending;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/// The hours in which replies leave.
///
/// @param from the first moment of the day
/// @param to the first moment after them; later than `from`
public record OfficeHours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
  public OfficeHours {
    days = Set.copyOf(days);
    if (days.isEmpty() || !from.isBefore(to)) {
      throw new IllegalArgumentException("office hours need a day, and end after they begin");
    }
  }

  boolean isOpen(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    LocalTime time = local.toLocalTime();
    return days.contains(local.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
  }

  /// The first open moment at or after that one.
  Instant nextOpen(Instant at) {
    if (isOpen(at)) {
      return at;
    }
    ZonedDateTime opening = at.atZone(zone).with(from);
    while (opening.toInstant().isBefore(at) || !days.contains(opening.getDayOfWeek())) {
      opening = opening.plusDays(1).with(from);
    }
    return opening.toInstant();
  }
}
