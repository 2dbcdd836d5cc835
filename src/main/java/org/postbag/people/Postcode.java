package org.postbag.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds a British postcode in text: a known single letter or two letters, a digit, perhaps a digit
/// or a letter, a digit, and two letters of those that the Royal Mail uses there.
final class Postcode {
  private static final Pattern PATTERN =
      Pattern.compile(
          "(?<![A-Za-z0-9])([BEGLMNSW][0-9][0-9A-HJKMNP-Y]?|[A-PR-UWYZ][A-HK-Y][0-9][0-9A-HJKMNP-Y]?)\\s{0,2}"
              + "([0-9][ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])",
          Pattern.CASE_INSENSITIVE);

  private Postcode() {}

  /// The last one in the text, in capitals with one blank: letters end with the writer's own
  /// address.
  static Optional<String> in(String text) {
    Matcher matcher = PATTERN.matcher(text);
    Optional<String> last = Optional.empty();
    while (matcher.find()) {
      last = Optional.of((matcher.group(1) + " " + matcher.group(2)).toUpperCase(Locale.ROOT));
    }
    return last;
  }
}
