package org.postbag.past.made;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// A letter's bytes, in the forms that mail programs give them.
final class MadeMime {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final List<String> fields = new ArrayList<>();

  MadeMime field(String name, String value) {
    if (!value.isEmpty()) {
      fields.add(name + ": " + encoded(value));
    }
    return this;
  }

  MadeMime date(Instant at) {
    return field("Date", DATE.format(at));
  }

  /// RFC 2047.
  private static String encoded(String value) {
    return value.chars().allMatch(c -> c < 128)
        ? value
        : "=?utf-8?B?"
            + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))
            + "?=";
  }

  String plain(String text) {
    return head()
        + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + lines(text);
  }

  String html(String text) {
    return head()
        + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64(page(text));
  }

  String alternative(String text, int number) {
    String boundary = "=_part_" + number;
    return head()
        + "Content-Type: multipart/alternative; boundary=\""
        + boundary
        + "\"\r\n\r\n"
        + "--"
        + boundary
        + "\r\nContent-Type: text/plain; charset=utf-8\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\n"
        + base64(text)
        + "\r\n--"
        + boundary
        + "\r\nContent-Type: text/html; charset=utf-8\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\n"
        + base64(page(text))
        + "\r\n--"
        + boundary
        + "--\r\n";
  }

  private String head() {
    return String.join("\r\n", fields) + "\r\nMIME-Version: 1.0\r\n";
  }

  private static String page(String text) {
    StringBuilder page = new StringBuilder("<html><body>");
    String inner = text;
    int quoted = text.indexOf("\n> ");
    String below = "";
    if (quoted >= 0) {
      inner = text.substring(0, quoted);
      below =
          "<blockquote type=\"cite\">"
              + escaped(text.substring(quoted + 1).replaceAll("(?m)^> ?", ""))
              + "</blockquote>";
    }
    for (String paragraph : inner.split("\n\n", -1)) {
      page.append("<p>").append(escaped(paragraph)).append("</p>");
    }
    return page.append(below).append("</body></html>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>\n");
  }

  private static String base64(String text) {
    return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String lines(String text) {
    return text.replace("\n", "\r\n") + "\r\n";
  }
}
