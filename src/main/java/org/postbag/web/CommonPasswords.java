package org.postbag.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The passwords that attackers try first: the file `common-passwords.txt`, which names its source.
final class CommonPasswords {
  private static final String FILE = "common-passwords.txt";

  /// What an installation like this one invites.
  private static final Set<String> OURS =
      Set.of("postbag1", "postbag123", "administrator", "changeit");

  private final Set<String> all;

  CommonPasswords() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(FILE)),
                StandardCharsets.UTF_8))) {
      this.all =
          lines
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.strip().toLowerCase(Locale.ROOT))
              .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether it is one of them, in capitals or not.
  boolean contains(String password) {
    String plain = password.toLowerCase(Locale.ROOT);
    return all.contains(plain) || OURS.contains(plain);
  }

  int size() {
    return all.size();
  }
}
