package org.postbag.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// 256 random bits in base64url, shown to one person once; kept only as a hash. A plain SHA-256 is
/// enough for them, because nobody can guess them; passwords are hashed slowly instead.
public record RandomSecret(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();

  public static RandomSecret random() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new RandomSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /// SHA-256 in hex.
  String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Never the secret itself, so that no log can hold it.
  @Override
  public String toString() {
    return "(secret)";
  }
}
