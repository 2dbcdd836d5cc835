package org.postbag.web.desk;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.postbag.email.Letter;
import org.postbag.email.text.Fold;

/// How much of a letter is folded away, and what it is, in a few words.
final class FoldedSummary {
  private FoldedSummary() {}

  /// `signature (2 lines), quoted letters (14 lines)`; empty when nothing is.
  static String of(Letter letter) {
    Map<Fold.Why, Long> lines = new EnumMap<>(Fold.Why.class);
    for (Fold fold : letter.folded()) {
      String text = letter.text().substring(fold.start(), fold.end());
      lines.merge(fold.why(), text.lines().filter(line -> !line.isBlank()).count(), Long::sum);
    }
    return lines.entrySet().stream()
        .map(entry -> name(entry.getKey()) + count(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String count(long lines) {
    return lines == 1 ? " (1 line)" : " (" + lines + " lines)";
  }

  private static String name(Fold.Why why) {
    return switch (why) {
      case OURS -> "our own words";
      case QUOTED -> "quoted letters";
      case FORWARDED -> "a forwarded letter";
      case SIGNATURE -> "signature";
      case FRAME -> "the frame of a form or relay";
      case ATTACHED -> "from the attachment";
      case ENCODED -> "encoded data";
      case FOOTER -> "footers and notices";
    };
  }
}
