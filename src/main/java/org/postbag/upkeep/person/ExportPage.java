package org.postbag.upkeep.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.ledger.Reason;

/// The page of an export that people read. It needs nothing from elsewhere, and runs nothing.
final class ExportPage {
  private ExportPage() {}

  static String of(Address person, List<ExportedLetter> letters, Instant now) {
    StringBuilder page =
        new StringBuilder(
            """
            <!DOCTYPE html>
            <html lang="en-GB"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Kept on %1$s</title>
            <style>body{font:16px/1.5 sans-serif;max-width:48em;margin:2em auto;padding:0 1em}
            pre{white-space:pre-wrap;background:#f4f4f4;padding:1em}article{border-top:1px solid #999}</style>
            </head><body><h1>What is kept on %1$s</h1>
            <p>%2$d letters, exported at %3$s. Each letter stands beside this page as it came
            (letters/NUMBER.eml); person.json has every field that is stored.</p>
            """
                .formatted(escaped(person.toString()), letters.size(), now));
    letters.forEach(letter -> page.append(article(letter)));
    return page.append("</body></html>\n").toString();
  }

  private static String article(ExportedLetter exported) {
    Letter letter = exported.letter();
    StringBuilder article = new StringBuilder("<article><h2>");
    article.append("Letter ").append(exported.number()).append(": ");
    article.append(escaped(letter == null ? "(erased)" : letter.subject())).append("</h2>\n<p>");
    article.append("Received ").append(time(exported.first("letter", "received")));
    article.append("; state: ").append(escaped(exported.first("letter_state", "state")));
    article.append("; topic: ").append(escaped(exported.first("draft", "topic")));
    article.append("</p>\n");
    if (letter != null) {
      article.append("<pre>").append(escaped(letter.text())).append("</pre>\n");
    }
    for (Map<String, @Nullable Object> reply :
        exported.rows().getOrDefault("approval", List.of())) {
      article.append("<h3>Reply approved ").append(time(text(reply, "at"))).append("</h3>\n<pre>");
      article.append(escaped(text(reply, "text"))).append("</pre>\n");
    }
    article.append(history(exported));
    return article.append("</article>\n").toString();
  }

  private static String history(ExportedLetter exported) {
    StringBuilder list = new StringBuilder("<h3>What was done</h3>\n<ul>");
    for (Map<String, @Nullable Object> entry :
        exported.rows().getOrDefault("ledger_entry", List.of())) {
      list.append("<li>").append(time(text(entry, "at"))).append(": ");
      list.append(escaped(Reason.of(text(entry, "why")).sentence())).append("</li>\n");
    }
    return list.append("</ul>\n").toString();
  }

  private static String text(Map<String, @Nullable Object> row, String column) {
    Object value = row.get(column);
    return value == null ? "" : value.toString();
  }

  private static String time(String millis) {
    return millis.matches("\\d{1,15}")
        ? Instant.ofEpochMilli(Long.parseLong(millis)).toString()
        : "";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
