package org.postbag.upkeep.person;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.email.Letter;

/// A letter in an export.
///
/// @param rows all that is kept of it, by table
/// @param letter as it reads; null when its bytes are gone
record ExportedLetter(
    long number, Map<String, List<Map<String, @Nullable Object>>> rows, @Nullable Letter letter) {
  /// The first row's value of a column, as text.
  String first(String table, String column) {
    List<Map<String, @Nullable Object>> of = rows.getOrDefault(table, List.of());
    Object value = of.isEmpty() ? null : of.getFirst().get(column);
    return value == null ? "" : value.toString();
  }
}
