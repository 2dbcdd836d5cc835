package org.postbag.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.codec.EncoderUtil;

/// Values on their way into a header: checked, encoded (RFC 2047, RFC 2231), folded.
final class HeaderValue {
  private static final int LINE = 76;

  private HeaderValue() {}

  /// Refuses what could end a header line: control characters and the line separators of Unicode.
  static void require(String value) {
    boolean unsafe =
        value.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    if (unsafe) {
      throw new IllegalArgumentException("a header value may not hold control characters");
    }
  }

  static void requireField(String name, String value) {
    require(value);
    boolean wellFormed =
        !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 127 && c != ':');
    if (!wellFormed) {
      throw new IllegalArgumentException("not the name of a header field");
    }
  }

  /// An unstructured value: as it is where it is plain ASCII, else in encoded words.
  static String unstructured(String value) {
    return isPlain(value) && !value.contains("=?") ? value : words(value);
  }

  /// A display name: an atom phrase, a quoted string or encoded words, RFC 5322 §3.2.5.
  static String displayName(String name) {
    if (!isPlain(name) || name.contains("=?")) {
      return words(name);
    }
    boolean atoms =
        name.chars().allMatch(c -> Character.isLetterOrDigit(c) || " -'".indexOf(c) >= 0);
    return atoms ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static boolean isPlain(String value) {
    return value.chars().allMatch(c -> c >= ' ' && c < 127) && longestWord(value) < 900;
  }

  private static int longestWord(String value) {
    int longest = 0;
    for (String word : value.split(" ", -1)) {
      longest = Math.max(longest, word.length());
    }
    return longest;
  }

  /// Encoded words of at most 75 characters each that never split a character, RFC 2047 §2 and §5.
  private static String words(String value) {
    List<String> words = new ArrayList<>();
    StringBuilder chunk = new StringBuilder();
    int size = 0;
    for (int c : value.codePoints().toArray()) {
      String one = Character.toString(c);
      int bytes = one.getBytes(StandardCharsets.UTF_8).length;
      if (size + bytes > 42) {
        words.add(word(chunk.toString()));
        chunk.setLength(0);
        size = 0;
      }
      chunk.append(one);
      size += bytes;
    }
    words.add(word(chunk.toString()));
    return String.join(" ", words);
  }

  private static String word(String text) {
    return "=?UTF-8?B?" + EncoderUtil.encodeB(text.getBytes(StandardCharsets.UTF_8)) + "?=";
  }

  /// A parameter value, RFC 2231 §4 where it is not plain ASCII, in pieces that fit on a line.
  static String parameter(String name, String value) {
    boolean plain = isPlain(value) && value.length() < 60;
    if (plain) {
      return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder("UTF-8''");
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      boolean literal =
          b > ' ' && b < 127 && (Character.isLetterOrDigit(b) || b == '.' || b == '-');
      piece.append(literal ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff));
      if (piece.length() > 50) {
        pieces.add(name + "*" + pieces.size() + "*=" + piece);
        piece.setLength(0);
      }
    }
    pieces.add(name + "*" + pieces.size() + "*=" + piece);
    return String.join("; ", pieces);
  }

  /// `name: value` folded before blanks, RFC 5322 §2.2.3, with its line end.
  static String folded(String name, String value) {
    StringBuilder field = new StringBuilder(name).append(':');
    int column = field.length();
    for (String word : value.split(" ", -1)) {
      boolean fold =
          column + 1 + word.length() > LINE && column > name.length() + 1 && !word.isEmpty();
      field.append(fold ? "\r\n " : " ").append(word);
      column = fold ? 1 + word.length() : column + 1 + word.length();
    }
    return field.append("\r\n").toString();
  }
}
