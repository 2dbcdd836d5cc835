package org.postbag.database;

import java.nio.file.Path;
import java.util.Optional;

/// Where the rows are kept.
///
/// @param folder the data folder; SQLite's file `postbag.db` stands in it
/// @param url `jdbc:postgresql://…` for PostgreSQL; empty: SQLite in `folder`
/// @param username for PostgreSQL
/// @param password for PostgreSQL; never printed
public record DatabaseSettings(
    Path folder, Optional<String> url, Optional<String> username, Optional<String> password) {
  /// SQLite in that folder.
  public static DatabaseSettings in(Path folder) {
    return new DatabaseSettings(folder, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public boolean isSqlite() {
    return url.isEmpty();
  }

  @Override
  public String toString() {
    return url.orElse("SQLite in " + folder);
  }
}
