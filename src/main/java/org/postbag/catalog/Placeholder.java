package org.postbag.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a standard reply may leave open, written `{{name}}`.
public enum Placeholder {
  /// `Dear Ms Lee`, without the comma.
  SALUTATION,
  /// The writer's name as they wrote it.
  NAME,
  /// The day on which the reply is made, in words.
  DATE,
  /// The subject of the writer's letter.
  SUBJECT,
  /// The mailbox's signature; may hold several lines.
  SIGNATURE;

  /// A placeholder in a text; group 1 is its name, which may be unknown.
  static final Pattern PATTERN = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

  /// The name between the braces.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The placeholder of that name.
  public static Optional<Placeholder> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Placeholder::word).toList();
  }
}
