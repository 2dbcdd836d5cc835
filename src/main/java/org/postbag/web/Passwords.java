package org.postbag.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/// Which passwords are taken, and how they are hashed. No rules of composition: length is what
/// counts (NIST SP 800-63B §5.1.1.2).
final class Passwords {
  static final int LEAST = 8;
  static final int MOST = 1000;

  private static final String SCHEME = "pbkdf2-sha512";
  // Iterations for PBKDF2 with HMAC-SHA-512 as OWASP's password storage cheat sheet asks.
  private static final int ITERATIONS = 210_000;
  private static final int SALT_BYTES = 16;

  /// A hash that no password has: it costs what a real one costs to compare with.
  private static final String NOBODY = "{" + SCHEME + "}" + "00".repeat(SALT_BYTES + 64);

  /// What attackers try first; anything of at least eight characters that such lists begin with.
  private static final Set<String> COMMON =
      Set.of(
          "password",
          "password1",
          "password123",
          "passw0rd",
          "12345678",
          "123456789",
          "1234567890",
          "87654321",
          "11111111",
          "00000000",
          "qwertyui",
          "qwertyuiop",
          "qwerty123",
          "iloveyou",
          "abcd1234",
          "abc12345",
          "1q2w3e4r",
          "sunshine",
          "princess",
          "football",
          "baseball",
          "superman",
          "trustno1",
          "welcome1",
          "letmein1",
          "changeme",
          "changeit",
          "postbag1",
          "liverpool",
          "arsenal1",
          "chelsea1",
          "administrator",
          "computer",
          "whatever");

  private final PasswordEncoder encoder;

  Passwords() {
    this(ITERATIONS);
  }

  /// @param iterations fewer in tests, which would take minutes otherwise
  Passwords(int iterations) {
    this.encoder =
        new DelegatingPasswordEncoder(
            SCHEME,
            Map.of(
                SCHEME,
                new Pbkdf2PasswordEncoder(
                    "", SALT_BYTES, iterations, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)));
  }

  /// Why a password is not taken, in one sentence; empty when it is.
  Optional<String> objection(String name, String password) {
    int length = password.codePointCount(0, password.length());
    String plain = password.toLowerCase(Locale.ROOT);
    if (length < LEAST) {
      return Optional.of("A password has at least 8 characters; 15 or more are better");
    }
    if (length > MOST) {
      return Optional.of("A password has at most 1,000 characters");
    }
    if (COMMON.contains(plain) || plain.chars().distinct().count() < 3) {
      return Optional.of("That password is among the first that anybody would guess");
    }
    return plain.contains(name) && length < name.length() + 4
        ? Optional.of("That password is hardly more than the name")
        : Optional.empty();
  }

  String hash(String password) {
    return java.util.Objects.requireNonNull(encoder.encode(password));
  }

  boolean matches(String password, String hash) {
    return encoder.matches(password, hash);
  }

  /// Takes the time that a real comparison takes, so that the answer does not tell which names
  /// exist.
  void pretend(String password) {
    encoder.matches(password, NOBODY);
  }
}
