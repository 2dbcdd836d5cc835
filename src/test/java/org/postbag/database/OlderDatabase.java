package org.postbag.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database as an earlier version of Postbag left it.
final class OlderDatabase {
  private OlderDatabase() {}

  static DatabaseSettings settings(Engine engine) {
    return switch (engine) {
      case SQLITE -> TestDatabases.sqliteSettings();
      case POSTGRESQL -> TestDatabases.postgresqlSettings();
    };
  }

  /// @param version the last migration, `?` for "if it is there"
  static void fill(DatabaseSettings settings, String version, Consumer<JdbcClient> rows) {
    try (HikariDataSource source =
        settings.isSqlite() ? Pools.sqliteWriter(settings) : Pools.postgresql(settings)) {
      Flyway.configure(Database.class.getClassLoader())
          .dataSource(source)
          .locations(Database.migrations(settings.isSqlite()))
          .placeholders(Pools.dialect(settings.isSqlite()))
          .target(version)
          .load()
          .migrate();
      rows.accept(JdbcClient.create(source));
    }
  }
}
