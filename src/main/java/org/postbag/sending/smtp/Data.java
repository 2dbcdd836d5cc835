package org.postbag.sending.smtp;

import java.io.ByteArrayOutputStream;

/// A letter as it goes behind DATA, without the final dot.
final class Data {
  private Data() {}

  /// Every line ends in CRLF (RFC 5321 §2.3.8: a bare CR or LF could hide a second letter), and a
  /// line that begins with a dot gets another one (§4.5.2).
  static byte[] transparent(byte[] letter) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(letter.length + 64);
    boolean lineStart = true;
    for (int i = 0; i < letter.length; i++) {
      byte b = letter[i];
      if (b == '\r' || b == '\n') {
        i += b == '\r' && i + 1 < letter.length && letter[i + 1] == '\n' ? 1 : 0;
        out.write('\r');
        out.write('\n');
        lineStart = true;
      } else {
        if (lineStart && b == '.') {
          out.write('.');
        }
        out.write(b);
        lineStart = false;
      }
    }
    if (!lineStart) {
      out.write('\r');
      out.write('\n');
    }
    return out.toByteArray();
  }

  static boolean isSevenBit(byte[] letter) {
    for (byte b : letter) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }
}
