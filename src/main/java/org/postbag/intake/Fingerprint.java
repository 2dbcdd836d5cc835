package org.postbag.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a letter is recognised by when it comes again.
///
/// @param messageId the first Message-ID field as it stands there, or null; RFC 5322 §3.6.4
/// @param contentHash SHA-256 of all bytes, hexadecimal
public record Fingerprint(@Nullable String messageId, String contentHash) {
  private static final String FIELD = "message-id:";
  private static final int LONGEST = 998;

  static Fingerprint of(byte[] rfc822) {
    return new Fingerprint(messageId(rfc822), sha256(rfc822));
  }

  private static @Nullable String messageId(byte[] rfc822) {
    for (int start = 0; start < rfc822.length && !atBlankLine(rfc822, start); ) {
      int end = endOfField(rfc822, start);
      if (isMessageId(rfc822, start, end)) {
        return value(rfc822, start + FIELD.length(), end);
      }
      start = end;
    }
    return null;
  }

  private static boolean atBlankLine(byte[] bytes, int at) {
    return bytes[at] == '\n' || bytes[at] == '\r';
  }

  /// The start of the next field: the first line that is not folded (RFC 5322 §2.2.3).
  private static int endOfField(byte[] bytes, int start) {
    int at = start;
    do {
      while (at < bytes.length && bytes[at] != '\n') {
        at++;
      }
      at++;
    } while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t'));
    return Math.min(at, bytes.length);
  }

  private static boolean isMessageId(byte[] bytes, int start, int end) {
    int after = start + FIELD.length();
    return after <= end
        && new String(bytes, start, FIELD.length(), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT)
            .equals(FIELD);
  }

  private static @Nullable String value(byte[] bytes, int start, int end) {
    String raw =
        new String(bytes, start, Math.min(end - start, LONGEST), StandardCharsets.ISO_8859_1);
    String clean = raw.replaceAll("[\\x00-\\x20\\x7f]+", "");
    return clean.isEmpty() ? null : clean;
  }

  /// The SHA-256 of those bytes, hexadecimal.
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
