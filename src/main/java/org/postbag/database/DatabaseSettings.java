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

  /// Whether there may be a database; false when SQLite's file is not there.
  public boolean exists() {
    return !isSqlite() || java.nio.file.Files.exists(folder.resolve("postbag.db"));
  }

  public boolean isSqlite() {
    return url.isEmpty();
  }

  @Override
  public String toString() {
    return url.orElse("SQLite in " + folder);
  }
}
