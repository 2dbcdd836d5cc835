package org.postbag.database;

/// The engines that Postbag runs on, and the one way for a test to get a new and empty database.
public enum Engine {
  SQLITE,
  POSTGRESQL;

  /// Opens a new database.
  public Database open() {
    return Database.open(
        switch (this) {
          case SQLITE -> TestDatabases.sqliteSettings();
          case POSTGRESQL -> TestDatabases.postgresqlSettings();
        });
  }
}
