package org.postbag.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Joins the lines of paragraphs that an editor wrapped at a column; the reader's mail program
/// wraps them again, at the width of the reader's screen. A break that was not forced by the column
/// was meant, and stays.
final class Wrapping {
  private static final int LEAST_WIDTH = 60;
  private static final int MOST_WIDTH = 120;

  /// Whoever wraps by hand keeps to no column exactly: a line that is nearly as long as the longest
  /// was not ended to begin another.
  private static final double NEARLY = 0.8;

  /// Fewer full lines than this may be full by chance.
  private static final int LEAST_FULL_LINES = 3;

  /// The beginnings of lines that are no continuation of a paragraph: lists, headings, quotes,
  /// code.
  private static final Pattern BLOCK = Pattern.compile("^\\s*([-+*>#`~=|]|\\d+[.)]\\s).*|^\\s*$");

  private static final Pattern UNJOINABLE =
      Pattern.compile("^\\s*[>#`~=|].*|^ {4}.*|.*( {2}|\\\\)$");

  private Wrapping() {}

  static String undone(String markdown) {
    List<String> lines = markdown.lines().toList();
    int width = lines.stream().mapToInt(String::length).max().orElse(0);
    long full = countFull(lines, width);
    if (width < LEAST_WIDTH || width > MOST_WIDTH || full < LEAST_FULL_LINES) {
      return markdown;
    }
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0 && isForced(lines.get(i - 1), lines.get(i), width)) {
        joined.set(joined.size() - 1, joined.getLast() + " " + lines.get(i).strip());
      } else {
        joined.add(lines.get(i));
      }
    }
    return String.join("\n", joined);
  }

  private static long countFull(List<String> lines, int width) {
    long full = 0;
    for (int i = 1; i < lines.size(); i++) {
      full += isForced(lines.get(i - 1), lines.get(i), width) ? 1 : 0;
    }
    return full;
  }

  /// Whether the next line's first word had no room on this line.
  private static boolean isForced(String line, String next, int width) {
    if (line.isBlank() || BLOCK.matcher(next).matches() || UNJOINABLE.matcher(line).matches()) {
      return false;
    }
    int needed = line.length() + 1 + next.strip().split("\\s", 2)[0].length();
    return needed > width || line.length() >= width * NEARLY;
  }
}
