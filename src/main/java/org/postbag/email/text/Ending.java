package org.postbag.email.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The end of a letter: rulers and notices that programs put there.
final class Ending {
  private static final int MOST_PARAGRAPHS = 200;

  private Ending() {}

  /// Folds, from the end up, each paragraph of the remaining lines that is nothing but a ruler, a
  /// footer or a disclaimer, and the disclaimer at the end of one that is more.
  static void fold(List<String> lines, Fold.@Nullable Why[] why) {
    int end = lastText(lines, why, lines.size());
    for (int n = 0; end > 0 && n < MOST_PARAGRAPHS; n++) {
      int start = end - 1;
      while (start > 0 && why[start - 1] == null && !lines.get(start - 1).isBlank()) {
        start--;
      }
      int from = dispensableFrom(lines.subList(start, end));
      for (int i = start + from; i < end; i++) {
        why[i] = Fold.Why.FOOTER;
      }
      if (from > 0) {
        return;
      }
      end = lastText(lines, why, start);
    }
  }

  private static int lastText(List<String> lines, Fold.@Nullable Why[] why, int before) {
    int end = before;
    while (end > 0 && (why[end - 1] != null || lines.get(end - 1).isBlank())) {
      end--;
    }
    return end;
  }

  /// The line of a paragraph from which on it is dispensable; its number of lines when none is.
  private static int dispensableFrom(List<String> paragraph) {
    int last = paragraph.size();
    while (last > 0 && isProgram(paragraph.get(last - 1))) {
      last--;
    }
    int sentence = Footer.disclaimerIn(String.join("\n", paragraph.subList(0, last)));
    if (sentence < 0) {
      return last;
    }
    int line = 0;
    for (int at = 0; at + paragraph.get(line).length() < sentence; line++) {
      at += paragraph.get(line).length() + 1;
    }
    while (line > 0 && Marker.isRuler(paragraph.get(line - 1))) {
      line--;
    }
    return line;
  }

  private static boolean isProgram(String line) {
    return Marker.isRuler(line) || Marker.opensSignature(line) || Footer.isLine(line);
  }
}
