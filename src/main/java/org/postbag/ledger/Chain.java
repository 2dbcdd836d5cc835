package org.postbag.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// How an entry is bound to the one before it: fields are joined by a character that none of them
/// may hold, so that no two different entries hash alike.
final class Chain {
  private static final char SEPARATOR = '\u001f';

  private Chain() {}

  static String hash(
      String previous,
      long seq,
      long letter,
      Instant at,
      String actor,
      State from,
      State to,
      String why) {
    String joined =
        String.join(
            String.valueOf(SEPARATOR),
            previous,
            Long.toString(seq),
            Long.toString(letter),
            Long.toString(at.toEpochMilli()),
            clean(actor),
            from.label(),
            to.label(),
            clean(why));
    return HexFormat.of().formatHex(sha256().digest(joined.getBytes(StandardCharsets.UTF_8)));
  }

  /// Text as it may stand in an entry.
  static String clean(String text) {
    return text.replace(SEPARATOR, ' ');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
