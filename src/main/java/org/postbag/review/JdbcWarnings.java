package org.postbag.review;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postbag.database.Database;
import org.postbag.reply.Warning;

/// The column `warnings` of the table `draft`.
final class JdbcWarnings {
  private final Database database;

  JdbcWarnings(Database database) {
    this.database = database;
  }

  List<Warning> of(long letter) {
    return database
        .sql("SELECT warnings FROM draft WHERE letter_id = :letter")
        .param("letter", letter)
        .query((row, _) -> WarningColumn.split(row.getString(1)))
        .optional()
        .orElse(List.of());
  }

  /// The words of the warnings that all of these drafts have, in one statement.
  Set<String> shared(Collection<Long> letters) {
    List<Set<String>> all =
        letters.isEmpty()
            ? List.of()
            : database
                .sql("SELECT warnings FROM draft WHERE letter_id IN (:letters)")
                .param("letters", letters)
                .query((row, _) -> words(WarningColumn.split(row.getString(1))))
                .list();
    Set<String> shared = all.isEmpty() ? new HashSet<>() : new HashSet<>(all.getFirst());
    all.forEach(shared::retainAll);
    return shared;
  }

  private static Set<String> words(List<Warning> warnings) {
    return warnings.stream().map(Warning::word).collect(Collectors.toSet());
  }
}
