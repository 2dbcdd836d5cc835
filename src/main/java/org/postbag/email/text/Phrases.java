package org.postbag.email.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/// The phrases of a data file: a fragment of a regular expression a line, under the `[name]` of its
/// section; `#` begins a comment.
public final class Phrases {
  private final String text;

  private Phrases(String text) {
    this.text = text;
  }

  static Phrases in(String file) {
    return in(Phrases.class, file);
  }

  /// The phrases in a file that stands beside that class.
  public static Phrases in(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      return new Phrases(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException damagedJar) {
      throw new UncheckedIOException(damagedJar);
    }
  }

  /// All phrases of a section as one alternation, without a group around it.
  public String any(String section) {
    String phrases =
        text.lines()
            .dropWhile(line -> !line.equals("[" + section + "]"))
            .skip(1)
            .takeWhile(line -> !line.startsWith("["))
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .collect(Collectors.joining("|"));
    if (phrases.isEmpty()) {
      throw new IllegalArgumentException("no section " + section);
    }
    return phrases;
  }
}
