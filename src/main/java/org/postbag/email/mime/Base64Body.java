package org.postbag.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The body of a text part in Base64, RFC 2045 §6.8, to which a gateway or a list may have glued a
/// footer in plain text: read as Base64, it would spoil what stands before it.
final class Base64Body {
  private static final int LONG = 40;

  private Base64Body() {}

  /// The decoded text, and below it the plain text that stands behind its end.
  static byte[] decode(byte[] body) {
    List<String> lines = new String(body, StandardCharsets.ISO_8859_1).lines().toList();
    int end = end(lines);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Lenient64.decode(String.join("\n", lines.subList(0, end))));
    String rest = String.join("\n", lines.subList(end, lines.size()));
    if (!rest.isBlank()) {
      out.writeBytes(("\n" + rest).getBytes(StandardCharsets.ISO_8859_1));
    }
    return out.toByteArray();
  }

  /// The first line of text: it has blanks within or characters that are none of the alphabet,
  /// stands below padding or an empty line, and no long line of Base64 follows it.
  private static int end(List<String> lines) {
    int end = lines.size();
    for (int i = lines.size() - 1; i > 0 && !isLongBase64(lines.get(i)); i--) {
      String above = lines.get(i - 1).strip();
      boolean boundary = above.isEmpty() || above.endsWith("=");
      end = boundary && hasText(lines.subList(i, end)) ? i : end;
    }
    return end;
  }

  private static boolean hasText(List<String> lines) {
    return lines.stream()
        .map(String::strip)
        .anyMatch(line -> line.contains(" ") || line.contains("--"));
  }

  private static boolean isLongBase64(String line) {
    return line.length() >= LONG && line.chars().allMatch(Base64Body::isBase64);
  }

  private static boolean isBase64(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "+/=\r".indexOf(c) >= 0;
  }
}
