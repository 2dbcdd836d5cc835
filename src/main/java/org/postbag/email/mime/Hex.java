package org.postbag.email.mime;

/// Two hexadecimal digits as one byte, as quoted-printable and RFC 2231 write them.
final class Hex {
  private Hex() {}

  /// The byte written at `at`, 0 to 255, or -1 where no two digits stand.
  static int pair(byte[] text, int at) {
    if (at + 1 >= text.length) {
      return -1;
    }
    int high = Character.digit(text[at], 16);
    int low = Character.digit(text[at + 1], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
