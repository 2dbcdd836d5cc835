package org.postbag.database;

import java.util.function.Supplier;

/// The engines that Postbag runs on, and the one way for a test to get a new and empty database.
public enum Engine {
  SQLITE(TestDatabases::sqliteSettings),
  POSTGRESQL(TestDatabases::postgresqlSettings);

  private final Supplier<DatabaseSettings> settings;

  Engine(Supplier<DatabaseSettings> settings) {
    this.settings = settings;
  }

  /// Opens a new database.
  public Database open() {
    return Database.open(settings.get());
  }
}
