package org.postbag.email.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file that stands within a text in uuencode (POSIX, `begin 644 photo.jpg` … `end`), as programs
/// wrote them before MIME, and some forms still do.
///
/// @param name without any path
/// @param size how many bytes it has
/// @param start where `begin` stands in the text
/// @param end behind `end`
public record Uuencoded(String name, int size, int start, int end) {
  private static final Pattern BEGIN = Pattern.compile("begin [0-7]{3,4} (\\S.{0,250})");
  private static final int MOST_FILES = 100;

  /// The files in `text`, in their order.
  public static List<Uuencoded> in(String text) {
    if (!text.contains("begin ")) {
      return List.of();
    }
    List<Uuencoded> files = new ArrayList<>();
    for (int at = 0; at < text.length() && files.size() < MOST_FILES; ) {
      int next = lineEnd(text, at) + 1;
      Matcher begin = BEGIN.matcher(text.substring(at, next - 1).stripTrailing());
      if (begin.matches()) {
        next = add(text, at, next, FileNames.safe(begin.group(1)), files);
      }
      at = next;
    }
    return files;
  }

  /// Reads on to the line `end`, as long as all lines are uuencode, and gives the line behind it.
  private static int add(String text, int begin, int from, String name, List<Uuencoded> files) {
    int size = 0;
    for (int at = from; at < text.length(); at = lineEnd(text, at) + 1) {
      String line = text.substring(at, lineEnd(text, at)).stripTrailing();
      if (line.equals("end")) {
        files.add(new Uuencoded(name.isEmpty() ? "unnamed" : name, size, begin, at + 3));
        return at + 3;
      }
      if (!isEncoded(line)) {
        return at;
      }
      size += line.isEmpty() ? 0 : bytes(line);
    }
    return text.length();
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /// The first character tells how many bytes the line holds. Blanks at its end are often lost.
  private static boolean isEncoded(String line) {
    if (line.isEmpty()) {
      return true;
    }
    int needed = (bytes(line) + 2) / 3 * 4;
    boolean alphabet = line.chars().allMatch(c -> c >= ' ' && c <= '`');
    return alphabet && line.length() <= needed + 3 && line.length() + 3 >= (needed + 1) / 2;
  }

  private static int bytes(String line) {
    return (line.charAt(0) - 32) & 63;
  }
}
