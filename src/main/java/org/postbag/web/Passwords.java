package org.postbag.web;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/// Which passwords are taken, and how they are hashed. No rules of composition: length is what
/// counts (NIST SP 800-63B §5.1.1.2).
final class Passwords {
  static final int LEAST = 8;
  static final int MOST = 1000;

  private static final String SCHEME = "argon2id";
  private static final String SCHEME_BEFORE = "pbkdf2-sha512";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  // Argon2id (RFC 9106) as OWASP's password storage cheat sheet asks: 19 MiB, two passes, one lane.
  private static final int KIBIBYTES = 19_456;
  private static final int PASSES = 2;

  // PBKDF2 with HMAC-SHA-512, as accounts of earlier versions have it until they sign in.
  private static final int ITERATIONS = 210_000;

  /// Hashes that are made at the same time: each takes a core and its memory.
  private static final int AT_ONCE = 2;

  private final PasswordEncoder encoder;
  private final String nobody;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final CommonPasswords common = new CommonPasswords();

  Passwords() {
    this(KIBIBYTES);
  }

  /// @param kibibytes less in tests, which would take minutes otherwise
  Passwords(int kibibytes) {
    this.encoder =
        new DelegatingPasswordEncoder(
            SCHEME,
            Map.of(
                SCHEME,
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, kibibytes, PASSES),
                SCHEME_BEFORE,
                new Pbkdf2PasswordEncoder(
                    "", SALT_BYTES, ITERATIONS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)));
    this.nobody =
        "{%s}$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
            .formatted(SCHEME, kibibytes, PASSES, zeros(SALT_BYTES), zeros(HASH_BYTES));
  }

  /// A hash that no password has: it costs what a real one costs to compare with.
  private static String zeros(int bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(new byte[bytes]);
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
    if (common.contains(password) || plain.chars().distinct().count() < 3) {
      return Optional.of("That password is among the first that anybody would guess");
    }
    return plain.contains(name) && length < name.length() + 4
        ? Optional.of("That password is hardly more than the name")
        : Optional.empty();
  }

  String hash(String password) {
    return inTurn(() -> Objects.requireNonNull(encoder.encode(password)));
  }

  boolean matches(String password, String hash) {
    return inTurn(() -> encoder.matches(password, hash));
  }

  /// However many try to sign in, they take no more than so many cores and so much memory.
  private <T> T inTurn(Supplier<T> work) {
    turns.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  /// Whether the hash was made with less work than one of today, or in another way.
  boolean isOld(String hash) {
    return encoder.upgradeEncoding(hash);
  }

  /// Takes the time that a real comparison takes, so that the answer does not tell which names
  /// exist.
  void pretend(String password) {
    var _ = matches(password, nobody);
  }
}
