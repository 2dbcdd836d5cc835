package org.postbag.people;

import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;
import org.postbag.email.Address;

/// The domains of people whom the office has answered, from the newest rows of `approval`.
final class JdbcKnownDomains {
  private static final int MOST = 2_000;

  private final Database database;

  JdbcKnownDomains(Database database) {
    this.database = database;
  }

  /// Of the last two thousand replies, the newest first.
  List<String> newest() {
    return database
        .sql("SELECT to_address FROM approval WHERE undone = 0 ORDER BY id DESC LIMIT :most")
        .param("most", MOST)
        .query((row, _) -> Address.parse(row.getString(1)))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .map(Address::domain)
        .distinct()
        .toList();
  }
}
