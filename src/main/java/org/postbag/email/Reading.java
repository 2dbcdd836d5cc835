package org.postbag.email;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postbag.email.text.Fold;
import org.postbag.email.text.Stubs;

/// What a part reads as.
///
/// @param text the whole text
/// @param marks what the mail program or the format marks as history, signature, a message within
/// @param html the HTML as it came, empty where there is none
/// @param plain whether `text` was plain text from the start
record Reading(String text, List<Fold> marks, String html, boolean plain) {
  static final Reading NOTHING = new Reading("", List.of(), "", false);

  Reading {
    marks = List.copyOf(marks);
  }

  /// Plain text, as it came.
  static Reading plain(String text) {
    return new Reading(text, List.of(), "", true);
  }

  /// What an attached file says: it is shown with the letter, and is none of its own text.
  static Reading attached(String text) {
    return new Reading(text, List.of(new Fold(0, text.length(), Fold.Why.ATTACHED)), "", true);
  }

  /// The text without that of attached files.
  String ownText() {
    return marks.stream()
        .filter(mark -> mark.why() == Fold.Why.ATTACHED)
        .findFirst()
        .map(mark -> text.substring(0, mark.start()))
        .orElse(text);
  }

  /// The parts one after the other.
  static Reading joined(List<Reading> readings) {
    List<Reading> some = readings.stream().filter(r -> !r.isBlank() || !r.html.isBlank()).toList();
    if (some.size() == 1) {
      return some.get(0);
    }
    StringBuilder text = new StringBuilder();
    List<Fold> marks = new ArrayList<>();
    for (Reading reading : some.stream().filter(r -> !r.isBlank()).toList()) {
      String own = reading.text.stripTrailing();
      text.append(text.isEmpty() ? "" : "\n\n");
      reading.marks.forEach(mark -> marks.add(mark.within(text.length(), own.length())));
      text.append(own);
    }
    String html = some.stream().map(Reading::html).collect(Collectors.joining("\n")).strip();
    return new Reading(text.toString(), marks, html, some.stream().allMatch(Reading::plain));
  }

  /// RFC 2046 §5.1.4: one of them, here the plain text if it says anything; the HTML beside it.
  static Reading alternative(List<Reading> readings) {
    List<Reading> some = readings.stream().filter(r -> !r.isBlank()).toList();
    if (some.isEmpty()) {
      return joined(readings);
    }
    boolean hasOther = some.stream().anyMatch(r -> !r.plain);
    Reading chosen =
        some.stream()
            .filter(r -> r.plain && !(hasOther && Stubs.isInPlaceOfHtml(r.text)))
            .findFirst()
            .orElse(some.getLast());
    String html =
        readings.stream().map(Reading::html).filter(h -> !h.isBlank()).reduce("", (a, b) -> b);
    return new Reading(chosen.text, chosen.marks, html, chosen.plain);
  }

  /// A message within the message: none of it is what the writer wrote.
  Reading asForwarded() {
    Fold all = new Fold(0, text.length(), Fold.Why.FORWARDED);
    return new Reading(text, List.of(all), html, plain);
  }

  boolean isBlank() {
    return Stubs.isBlank(text);
  }
}
