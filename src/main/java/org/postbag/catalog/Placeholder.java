package org.postbag.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a standard reply may leave open, written `{{name}}`.
///
/// All that is known of the braces stands here: who checks, joins or fills in a reply asks this
/// class, so that they never differ on what a placeholder is.
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
  SIGNATURE,
  /// The Member for the place where the writer lives, from `config/constituency.csv`; `your own
  /// Member` where it names none.
  MEMBER;

  /// Group 1 is the name, which may be unknown.
  private static final Pattern PATTERN = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

  /// The name between the braces.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The text with the value of each placeholder in its place, once: a value is not looked into
  /// again. Unknown names stay as they stand.
  public static String fill(String text, Function<Placeholder, String> value) {
    return PATTERN
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(of(found.group(1)).map(value).orElse(found.group())));
  }

  /// Whether this one stands in the text.
  public boolean isIn(String text) {
    return PATTERN
        .matcher(text)
        .results()
        .anyMatch(found -> of(found.group(1)).equals(Optional.of(this)));
  }

  /// Names in braces that are no placeholder's.
  static List<String> unknownIn(String text) {
    return PATTERN
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .filter(word -> of(word).isEmpty())
        .toList();
  }

  /// Whether braces stand in the text that open no placeholder, or close none.
  static boolean isBrokenIn(String text) {
    String rest = PATTERN.matcher(text).replaceAll("");
    return rest.contains("{{") || rest.contains("}}");
  }

  private static Optional<Placeholder> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Placeholder::word).toList();
  }
}
