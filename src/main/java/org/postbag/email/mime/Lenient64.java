package org.postbag.email.mime;

import java.io.ByteArrayOutputStream;

/// Base64 as it arrives: foreign characters skipped (RFC 2045 §6.8), padding missing or too early.
final class Lenient64 {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private Lenient64() {}

  static byte[] decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * 3 / 4);
    int bits = 0;
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0) {
        count = text.charAt(i) == '=' ? 0 : count;
        continue;
      }
      bits = (bits << 6 | value) & 0xfff;
      count += 6;
      if (count >= 8) {
        count -= 8;
        bytes.write(bits >> count);
      }
    }
    return bytes.toByteArray();
  }
}
