package org.postbag.email.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Bytes as text, whatever their label says: what the bytes are wins over what they are called.
public final class RawText {
  private static final Charset ISO_2022_JP = Charset.forName("x-windows-iso2022jp");

  private RawText() {}

  /// The text of a body part; an unknown or plainly wrong charset is added to `problems`.
  public static String decode(byte[] bytes, String label, String where, List<String> problems) {
    Optional<Charset> named = CharsetNames.find(label);
    if (named.isEmpty() && !label.isBlank() && !Utf7.isNamed(label)) {
      problems.add(
          "%s: unknown charset %s, read as %s"
              .formatted(
                  where, shown(label), guess(bytes).name().toLowerCase(java.util.Locale.ROOT)));
    }
    return decode(bytes, label);
  }

  /// The text of `bytes`, by `label` as far as that can be true.
  public static String decode(byte[] bytes, String label) {
    if (Utf7.isNamed(label)) {
      return Utf7.decode(bytes);
    }
    Charset charset = CharsetNames.find(label).orElse(CharsetNames.WINDOWS_1252);
    boolean unsure =
        charset.equals(CharsetNames.WINDOWS_1252)
            || charset.equals(StandardCharsets.UTF_8)
            || (isWide(charset) && !hasZero(bytes));
    Charset chosen = unsure ? guess(bytes) : charset;
    String text = new String(bytes, chosen);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static String shown(String label) {
    String plain =
        label
            .codePoints()
            .filter(c -> c > ' ' && c < 127)
            .limit(40)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return plain.isEmpty() ? "(unreadable)" : plain;
  }

  private static Charset guess(byte[] bytes) {
    if (hasJapaneseEscape(bytes)) {
      return ISO_2022_JP;
    }
    return isUtf8(bytes) || mostlyUtf8(bytes) ? StandardCharsets.UTF_8 : CharsetNames.WINDOWS_1252;
  }

  /// Charsets of two or four bytes a character, whose texts hold zero bytes, at least in line ends.
  private static boolean isWide(Charset charset) {
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
  }

  private static boolean hasZero(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException otherwise) {
      return false;
    }
  }

  /// UTF-8 that was cut or damaged somewhere: far more whole sequences than broken ones.
  private static boolean mostlyUtf8(byte[] bytes) {
    int whole = 0;
    int broken = 0;
    for (int i = 0; i < bytes.length; i++) {
      int length = sequence(bytes, i);
      whole += length > 1 ? 1 : 0;
      broken += length == 0 ? 1 : 0;
      i += Math.max(0, length - 1);
    }
    return whole > 4L * broken;
  }

  private static int sequence(byte[] bytes, int at) {
    int lead = bytes[at] & 0xff;
    if (lead < 0x80) {
      return 1;
    }
    int length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : 2;
    boolean possible = lead >= 0xc2 && lead < 0xf5 && at + length <= bytes.length;
    for (int i = 1; possible && i < length; i++) {
      possible = (bytes[at + i] & 0xc0) == 0x80;
    }
    return possible ? length : 0;
  }

  private static boolean hasJapaneseEscape(byte[] bytes) {
    for (int i = 0; i + 2 < bytes.length; i++) {
      if (bytes[i] == 0x1b && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
        return true;
      }
    }
    return false;
  }
}
