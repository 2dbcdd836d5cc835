package org.postbag.email.text;

import java.util.List;
import java.util.regex.Pattern;

/// The head of HCL Notes: the writer and the moment on lines of their own, then `To`, `cc` and
/// `Subject` as labels, each above its value.
final class NotesHead {
  private static final int WINDOW = 20;
  private static final Pattern LABEL =
      Pattern.compile(
          "\\s{0,8}(?:" + Phrases.in("quote-heads.txt").any("notes") + ")\\s{0,3}:?\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WRITER =
      Pattern.compile(
          "[^.!?]{0,80}(?:<[^<>@]{1,80}@[^<>]{2,80}>|\\p{L}/\\p{L}[^.!?]{0,60})[^.!?]{0,30}");
  private static final Pattern MOMENT =
      Pattern.compile("\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4}\\s{1,3}\\d{1,2}[:.]\\d\\d");

  private NotesHead() {}

  /// The line behind the head that begins at `from`, or `from` when none does.
  static int end(List<String> lines, int from) {
    if (lines.get(from).length() > 200 || !WRITER.matcher(lines.get(from).strip()).matches()) {
      return from;
    }
    int labels = 0;
    int last = from;
    boolean moment = false;
    for (int i = from; i < Math.min(lines.size(), from + WINDOW); i++) {
      String line = lines.get(i);
      moment |= line.length() <= 200 && MOMENT.matcher(line).find();
      if (line.length() <= 40 && LABEL.matcher(line).matches()) {
        labels++;
        last = i;
      }
    }
    return labels >= 2 && moment ? afterValue(lines, last) : from;
  }

  private static int afterValue(List<String> lines, int label) {
    int next = label + 1;
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
    return Math.min(lines.size(), next + 1);
  }
}
