package org.postbag.web;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which sign-in names there may be.
final class StaffName {
  private static final Pattern NAME =
      Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{N}._@-]{0,63}");

  /// Names that stand in the ledger for the program itself, for the terminal beside it, and for
  /// somebody who has no account.
  private static final Set<String> RESERVED = Set.of("postbag", "terminal", "nobody");

  private StaffName() {}

  /// As it is kept and compared: in lower case.
  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /// Why a name is not taken, in one sentence; empty when it is.
  ///
  /// @param key as [#key] gives it
  static Optional<String> objection(String key) {
    if (!NAME.matcher(key).matches()) {
      return Optional.of(
          "A name has 1 to 64 letters, digits, dots, dashes; it starts with a letter or digit");
    }
    return RESERVED.contains(key)
        ? Optional.of("The name " + key + " stands for the program itself; choose another")
        : Optional.empty();
  }
}
