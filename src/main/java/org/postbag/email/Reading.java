package org.postbag.email;

import java.util.List;
import java.util.stream.Collectors;

/// What a part reads as.
///
/// @param text the whole text
/// @param own the text without what mail programs mark as history, and without messages within
/// @param html the HTML as it came, empty where there is none
/// @param plain whether `text` was plain text from the start
record Reading(String text, String own, String html, boolean plain) {
  static final Reading NOTHING = new Reading("", "", "", false);

  /// The parts one after the other.
  static Reading joined(List<Reading> readings) {
    List<Reading> some = readings.stream().filter(r -> !r.isBlank() || !r.html.isBlank()).toList();
    if (some.size() == 1) {
      return some.get(0);
    }
    return new Reading(
        paragraphs(some.stream().map(Reading::text).toList()),
        paragraphs(some.stream().map(Reading::own).toList()),
        some.stream().map(Reading::html).collect(Collectors.joining("\n")).strip(),
        some.stream().allMatch(Reading::plain));
  }

  /// RFC 2046 §5.1.4: one of them, here the plain text if it says anything; the HTML beside it.
  static Reading alternative(List<Reading> readings) {
    List<Reading> some = readings.stream().filter(r -> !r.isBlank()).toList();
    if (some.isEmpty()) {
      return joined(readings);
    }
    Reading chosen = some.stream().filter(Reading::plain).findFirst().orElse(some.getLast());
    String html =
        readings.stream().map(Reading::html).filter(h -> !h.isBlank()).reduce("", (a, b) -> b);
    return new Reading(chosen.text, chosen.own, html, chosen.plain);
  }

  Reading asForwarded() {
    return new Reading(text, "", html, plain);
  }

  private boolean isBlank() {
    return text.isBlank();
  }

  private static String paragraphs(List<String> texts) {
    return texts.stream()
        .filter(t -> !t.isBlank())
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n\n"));
  }
}
