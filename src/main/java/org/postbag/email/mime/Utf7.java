package org.postbag.email.mime;

import java.nio.charset.StandardCharsets;

/// UTF-7, RFC 2152, which no Java charset reads: ASCII, with `+…-` around UTF-16 in Base64.
final class Utf7 {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private Utf7() {}

  static boolean isNamed(String label) {
    String plain = label.strip().replace("\"", "").replace('_', '-');
    return plain.equalsIgnoreCase("utf-7")
        || plain.equalsIgnoreCase("utf7")
        || plain.equalsIgnoreCase("unicode-1-1-utf-7");
  }

  static String decode(byte[] bytes) {
    String in = new String(bytes, StandardCharsets.ISO_8859_1);
    StringBuilder out = new StringBuilder(in.length());
    for (int at = 0; at < in.length(); at++) {
      char c = in.charAt(at);
      if (c != '+') {
        out.append(c);
        continue;
      }
      int end = at + 1;
      while (end < in.length() && ALPHABET.indexOf(in.charAt(end)) >= 0) {
        end++;
      }
      boolean closed = end < in.length() && in.charAt(end) == '-';
      out.append(end == at + 1 ? "+" : shifted(in.substring(at + 1, end)));
      at = closed ? end : end - 1;
    }
    return out.toString();
  }

  /// Bits that are left over at the end are padding.
  private static String shifted(String base64) {
    byte[] units = Lenient64.decode(base64);
    return new String(units, 0, units.length / 2 * 2, StandardCharsets.UTF_16BE);
  }
}
