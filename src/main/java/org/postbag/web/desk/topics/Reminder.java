package org.postbag.web.desk.topics;

import java.time.LocalDate;
import java.util.Optional;
import org.postbag.catalog.StandardReply;

/// What is to be looked at in a standard reply, by its dates.
///
/// @param alarm true when it is not sent any more
record Reminder(String text, boolean alarm) {
  private static final int SOON_DAYS = 30;
  private static final int LONG_AGO_DAYS = 365;

  static Optional<Reminder> of(StandardReply reply, LocalDate today) {
    if (reply.expires().filter(last -> last.isBefore(today)).isPresent()) {
      return Optional.of(new Reminder("the reply has expired", true));
    }
    if (reply.expires().filter(last -> last.isBefore(today.plusDays(SOON_DAYS))).isPresent()) {
      return Optional.of(new Reminder("the reply expires soon", false));
    }
    if (reply.reviewed().filter(day -> day.plusDays(LONG_AGO_DAYS).isBefore(today)).isPresent()) {
      return Optional.of(new Reminder("not reviewed for a year", false));
    }
    return Optional.empty();
  }
}
