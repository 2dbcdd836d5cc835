package org.postbag.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What stands in the log for an address: always the same within one run of the program, and
/// nothing that anybody could reckon back (HMAC-SHA256, RFC 2104, under a key that is never written
/// down).
final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHOWN = 4;
  private static final SecretKeySpec KEY =
      new SecretKeySpec(
          RandomSecret.random().text().getBytes(StandardCharsets.US_ASCII), ALGORITHM);

  private KeyedHash() {}

  static String of(String address) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(KEY);
      byte[] hash = mac.doFinal(address.getBytes(StandardCharsets.UTF_8));
      return "#" + HexFormat.of().formatHex(hash, 0, SHOWN);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
