package org.postbag.people.place;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which postcodes the office speaks for.
///
/// @param country how postcodes are written there
/// @param postcodes beginnings of postcodes, such as `DN` (all of an area), `DN1` (a district,
///   which `DN10` is not part of) or `DN3 1` (a sector); empty when the office lists none
/// @param table what `config/constituency.csv` says, which goes before the list
public record Constituency(PostcodeRules country, List<String> postcodes, ConstituencyTable table) {
  /// An office that does not say.
  public static final Constituency UNKNOWN = new Constituency(List.of());

  /// What a beginning of a postcode looks like.
  public static final String POSTCODE = "(?i)[A-Z]{1,2}([0-9][0-9A-Z]?( [0-9]([A-Z]{2})?)?)?";

  /// A British one that lists its postcodes.
  public Constituency(List<String> postcodes) {
    this(PostcodeRules.UK, postcodes, ConstituencyTable.EMPTY);
  }

  public Constituency {
    postcodes = postcodes.stream().map(p -> p.toUpperCase(Locale.ROOT)).toList();
    postcodes.forEach(Constituency::check);
  }

  private static void check(String postcode) {
    if (!postcode.matches(POSTCODE)) {
      throw new IllegalArgumentException("not the beginning of a postcode: " + postcode);
    }
  }

  /// Whether the office says whom it speaks for.
  public boolean isKnown() {
    return !postcodes.isEmpty() || !table.isEmpty();
  }

  /// Whether somebody lives there; empty when that cannot be told: without a postcode, with one
  /// that the table does not have, and with one that lies on the border.
  ///
  /// @param postcode in its usual form, such as `DN1 2AB`
  public Optional<Boolean> holds(Optional<String> postcode) {
    return postcode.flatMap(this::holds);
  }

  private Optional<Boolean> holds(String postcode) {
    Optional<ConstituencyTable.Row> row = table.find(postcode);
    if (row.isPresent()) {
      return row.get().ours();
    }
    return postcodes.isEmpty()
        ? Optional.empty()
        : Optional.of(postcodes.stream().anyMatch(start -> begins(postcode, start)));
  }

  /// The Member for a postcode that is not the office's, where the table names one.
  public Optional<String> member(Optional<String> postcode) {
    return postcode.flatMap(table::find).flatMap(ConstituencyTable.Row::member);
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
