package org.postbag.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Real databases for tests, each one new and empty: SQLite in a temporary folder, PostgreSQL as a
/// database of its own in one server that the whole JVM shares.
public final class TestDatabases {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabases() {}

  /// A new SQLite database.
  public static Database sqlite() {
    return Database.open(sqliteSettings());
  }

  /// The settings of a new SQLite database, for tests that open it more than once.
  public static DatabaseSettings sqliteSettings() {
    try {
      Path folder = Files.createTempDirectory("postbag-test");
      return DatabaseSettings.in(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The settings of a new PostgreSQL database.
  public static DatabaseSettings postgresqlSettings() {
    String name = "test" + NUMBER.incrementAndGet();
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("creating the database " + name, e);
    }
    return new DatabaseSettings(
        Path.of(System.getProperty("java.io.tmpdir")),
        Optional.of(Server.RUNNING.getJdbcUrl("postgres", name)),
        Optional.empty(),
        Optional.empty());
  }

  /// Started on first use, stopped with the JVM.
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "300")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException("starting PostgreSQL for the tests", e);
      }
    }
  }
}
