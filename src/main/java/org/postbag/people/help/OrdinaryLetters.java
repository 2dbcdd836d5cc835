package org.postbag.people.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Sentences of letters in which nobody asks for help. They stand behind the examples of every
/// office's file: what letters sound like is the same everywhere.
final class OrdinaryLetters {
  private static final List<String> ENGLISH = read();

  private OrdinaryLetters() {}

  /// Those of other languages stand in their files.
  static List<String> in(String language) {
    return language.equals(Wording.ENGLISH) ? ENGLISH : List.of();
  }

  private static List<String> read() {
    try (InputStream in =
        Objects.requireNonNull(OrdinaryLetters.class.getResourceAsStream("ordinary-letters.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the shipped sentences cannot be read", e);
    }
  }
}
