package org.postbag.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds a British postcode in text: a known single letter or two letters, a digit, perhaps a digit
/// or a letter, a digit, and two letters of those that the Royal Mail uses there.
final class Postcode {
  /// Begins at the digit after the blank, of which a letter holds few, and looks back from there.
  private static final Pattern PATTERN =
      Pattern.compile(
          "([0-9][ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2})(?![A-Za-z0-9])(?<=(?<![A-Za-z0-9])("
              + "[BEGLMNSWbeglmnsw][0-9][0-9A-HJKMNP-Ya-hjkmnp-y]?"
              + "|[A-PR-UWYZa-pr-uwyz][A-HK-Ya-hk-y][0-9][0-9A-HJKMNP-Ya-hjkmnp-y]?)"
              + "\\s{0,2}.{3})");

  private Postcode() {}

  /// The last one in the text, in capitals with one blank: letters end with the writer's own
  /// address.
  static Optional<String> in(String text) {
    Matcher matcher = PATTERN.matcher(text);
    Optional<String> last = Optional.empty();
    while (matcher.find()) {
      last = Optional.of((matcher.group(2) + " " + matcher.group(1)).toUpperCase(Locale.ROOT));
    }
    return last;
  }
}
