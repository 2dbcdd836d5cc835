package org.postbag.intake;

import java.util.Locale;
import org.postbag.email.Letter;

/// Letters that are no prose: reports of RFC 6522, and calendar objects of RFC 6047.
final class ReportParts {
  private ReportParts() {}

  static boolean isReadReceipt(Letter letter) {
    return isReport(letter, "disposition-notification");
  }

  static boolean isFeedback(Letter letter) {
    return isReport(letter, "feedback-report");
  }

  /// Also a `multipart/report` of no stated type: no person writes one.
  static boolean isDelivery(Letter letter) {
    return isReport(letter, "delivery-status")
        || letter.contentType().startsWith("multipart/report");
  }

  private static boolean isReport(Letter letter, String type) {
    String top = letter.contentType().toLowerCase(Locale.ROOT);
    boolean stated = top.startsWith("multipart/report") && top.contains(type);
    return stated
        || top.startsWith("message/" + type)
        || letter.parts().contains("message/" + type)
        || letter.parts().contains("message/global-" + type);
  }

  /// A calendar file that a person attaches has no method that asks for an answer.
  static boolean isCalendar(Letter letter) {
    String top = letter.contentType().toLowerCase(Locale.ROOT);
    return isCalendarMessage(top)
        || letter.parts().stream().anyMatch(ReportParts::isCalendarMessage);
  }

  private static boolean isCalendarMessage(String type) {
    String plain = type.replace("\"", "").replace(" ", "");
    return plain.startsWith("text/calendar")
        && plain.contains("method=")
        && !plain.contains("method=publish");
  }
}
