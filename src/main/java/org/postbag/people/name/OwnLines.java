package org.postbag.people.name;

import java.util.List;
import org.postbag.email.Letter;
import org.postbag.email.text.Fold;

/// What the writer of a letter wrote, with the signature.
public final class OwnLines {
  private OwnLines() {}

  /// Without what is quoted, forwarded, ours, or a platform's.
  public static String text(Letter letter) {
    StringBuilder own = new StringBuilder();
    String body = letter.bodyText();
    int at = 0;
    for (Fold fold : letter.folded()) {
      if (!isOwn(fold.why()) && fold.start() >= at && fold.end() <= body.length()) {
        own.append(body, at, fold.start()).append('\n');
        at = fold.end();
      }
    }
    return own.append(body, at, body.length()).toString();
  }

  /// The fields of the web form that it came by, if it did.
  public static String form(Letter letter) {
    StringBuilder fields = new StringBuilder();
    letter.folded().stream()
        .filter(fold -> fold.why() == Fold.Why.FRAME)
        .forEach(fold -> fields.append(letter.text(), fold.start(), fold.end()).append('\n'));
    return fields.toString();
  }

  static List<String> of(Letter letter) {
    return text(letter).lines().map(String::strip).toList();
  }

  private static boolean isOwn(Fold.Why why) {
    return switch (why) {
      case SIGNATURE -> true;
      case QUOTED, FORWARDED, OURS, FRAME, ATTACHED, FOOTER, ENCODED -> false;
    };
  }
}
