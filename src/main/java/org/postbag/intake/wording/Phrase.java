package org.postbag.intake.wording;

import java.util.List;
import java.util.Locale;

/// A phrase of a data file, in lower case: pieces that follow each other within a short distance.
///
/// @param pieces what is looked for, in this order
/// @param anywhere whether words may stand before the first piece
/// @param open whether the last word may go on
record Phrase(List<String> pieces, boolean anywhere, boolean open) {
  private static final int GAP = 80;
  static final int NOWHERE = -1;

  Phrase {
    pieces = List.copyOf(pieces);
  }

  /// `your message … was rejected*`.
  static Phrase parse(String line) {
    boolean anywhere = line.startsWith("…");
    boolean open = line.endsWith("*");
    String text = line.toLowerCase(Locale.ROOT).substring(0, line.length() - (open ? 1 : 0));
    List<String> pieces =
        List.of(text.split("…", -1)).stream()
            .map(piece -> piece.replace("*", "").strip())
            .filter(piece -> !piece.isEmpty())
            .toList();
    return new Phrase(pieces, anywhere, open);
  }

  /// The character behind the phrase, if it stands at `at`; [#NOWHERE] if it does not.
  int endAt(String text, int at) {
    return text.startsWith(pieces.getFirst(), at) && startsWord(text, at)
        ? endOfRest(text, at + pieces.getFirst().length())
        : NOWHERE;
  }

  /// Where the phrase begins in `text`, at or behind `from`; [#NOWHERE] if it does not stand there.
  int find(String text, int from) {
    String first = pieces.getFirst();
    for (int at = text.indexOf(first, from); at >= 0; at = text.indexOf(first, at + 1)) {
      if (endAt(text, at) != NOWHERE) {
        return at;
      }
    }
    return NOWHERE;
  }

  private int endOfRest(String text, int behindFirst) {
    int end = behindFirst;
    for (String piece : pieces.subList(1, pieces.size())) {
      int at = text.indexOf(piece, end);
      if (at < 0 || at - end > GAP) {
        return NOWHERE;
      }
      end = at + piece.length();
    }
    return open || endsWord(text, end) ? end : NOWHERE;
  }

  private static boolean startsWord(String text, int at) {
    return at == 0
        || !Character.isLetterOrDigit(text.charAt(at))
        || !Character.isLetterOrDigit(text.charAt(at - 1));
  }

  private static boolean endsWord(String text, int end) {
    return end >= text.length()
        || !Character.isLetterOrDigit(text.charAt(end - 1))
        || !Character.isLetterOrDigit(text.charAt(end));
  }
}
