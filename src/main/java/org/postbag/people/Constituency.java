package org.postbag.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which postcodes the office speaks for.
///
/// @param postcodes beginnings of postcodes, such as `DN` (all of an area), `DN1` (a district,
///   which `DN10` is not part of) or `DN3 1` (a sector); empty when the office does not say
public record Constituency(List<String> postcodes) {
  /// An office that does not say.
  public static final Constituency UNKNOWN = new Constituency(List.of());

  /// What a beginning of a postcode looks like.
  public static final String POSTCODE = "(?i)[A-Z]{1,2}([0-9][0-9A-Z]?( [0-9]([A-Z]{2})?)?)?";

  public Constituency {
    postcodes = postcodes.stream().map(p -> p.toUpperCase(Locale.ROOT)).toList();
    postcodes.forEach(Constituency::check);
  }

  private static void check(String postcode) {
    if (!postcode.matches(POSTCODE)) {
      throw new IllegalArgumentException("not the beginning of a postcode: " + postcode);
    }
  }

  /// Whether somebody lives there; empty when that cannot be told.
  ///
  /// @param postcode in its usual form, such as `DN1 2AB`
  public Optional<Boolean> holds(Optional<String> postcode) {
    return postcodes.isEmpty()
        ? Optional.empty()
        : postcode.map(code -> postcodes.stream().anyMatch(start -> begins(code, start)));
  }

  private static boolean begins(String code, String start) {
    if (!code.startsWith(start) || code.length() == start.length()) {
      return code.equals(start);
    }
    char next = code.charAt(start.length());
    boolean area = Character.isLetter(start.charAt(start.length() - 1)) && start.length() <= 2;
    boolean sector = start.indexOf(' ') > 0;
    return sector || (area ? Character.isDigit(next) : next == ' ');
  }
}
