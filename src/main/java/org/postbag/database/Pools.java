package org.postbag.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The connection pools of both databases, and the column types in which they differ.
final class Pools {
  private static final int BUSY_TIMEOUT_MILLIS = 10_000;
  private static final int SQLITE_READERS = 4;
  private static final int PAGE = 4096;

  /// 64 MB, at which a commit moves the log into the file; [Checkpoints] mostly does so before.
  private static final int MOST_PAGES_IN_LOG = 16 * 1024;

  /// Negative: in KiB. A batch of letters fits, and is written once, at its commit.
  private static final int WRITER_CACHE = -8 * 1024;

  private Pools() {}

  /// One writer. Hikari keeps autocommit on: with it off, an idle pooled connection of the driver
  /// holds the write lock for ever, because its commit begins the next IMMEDIATE transaction.
  static HikariDataSource sqliteWriter(DatabaseSettings settings) {
    try {
      Files.createDirectories(settings.folder());
    } catch (IOException e) {
      throw new UncheckedIOException("creating the data folder " + settings.folder(), e);
    }
    SQLiteConfig config = sqliteConfig();
    config.setCacheSize(WRITER_CACHE);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    return sqlite(settings, config, "sqlite-writer", 1);
  }

  static HikariDataSource sqliteReaders(DatabaseSettings settings) {
    return sqlite(settings, sqliteConfig(), "sqlite-reader", SQLITE_READERS);
  }

  private static SQLiteConfig sqliteConfig() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // FULL: a committed row survives a power failure; NORMAL would not promise that in WAL mode.
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.enforceForeignKeys(true);
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(MOST_PAGES_IN_LOG));
    config.setJournalSizeLimit(MOST_PAGES_IN_LOG * PAGE);
    return config;
  }

  private static HikariDataSource sqlite(
      DatabaseSettings settings, SQLiteConfig config, String name, int size) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + settings.folder().resolve("postbag.db"));
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(new StatementCache(source));
    pool.setPoolName(name);
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(1);
    return new HikariDataSource(pool);
  }

  static HikariDataSource postgresql(DatabaseSettings settings) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(settings.url().orElseThrow());
    settings.username().ifPresent(pool::setUsername);
    settings.password().ifPresent(pool::setPassword);
    pool.setPoolName("postgresql");
    pool.setMaximumPoolSize(8);
    pool.setMinimumIdle(1);
    return new HikariDataSource(pool);
  }

  static Map<String, String> columnTypes(boolean sqlite) {
    return sqlite
        ? Map.of("identity", "INTEGER PRIMARY KEY AUTOINCREMENT", "blob", "BLOB")
        : Map.of("identity", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", "blob", "BYTEA");
  }
}
