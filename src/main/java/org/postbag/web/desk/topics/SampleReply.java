package org.postbag.web.desk.topics;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.postbag.catalog.Markdown;
import org.postbag.catalog.Placeholder;

/// A standard reply as somebody would get it.
///
/// @param text as plain text
/// @param html as HTML: the Markdown's, in which nothing else is obeyed
record SampleReply(String text, String html) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  static SampleReply of(String letter, LocalDate today) {
    String filled =
        Placeholder.fill(
            letter,
            placeholder ->
                switch (placeholder) {
                  case SALUTATION -> "Dear Ms Lee";
                  case NAME -> "Ann Lee";
                  case DATE -> DAY.format(today);
                  case SUBJECT -> "A letter to you";
                  case SIGNATURE -> "*(the signature of the mailbox)*";
                  case MEMBER -> "your own Member";
                });
    return new SampleReply(Markdown.text(filled), Markdown.html(filled));
  }
}
