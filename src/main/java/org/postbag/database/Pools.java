package org.postbag.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.postbag.catalog.Unusable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The connection pools of both databases, and the column types in which they differ.
final class Pools {
  private static final int BUSY_TIMEOUT_MILLIS = 10_000;
  private static final int SQLITE_READERS = 4;

  /// A letter fills many of SQLite's usual 4 KiB pages, and each costs a checksum, a frame in the
  /// log and a write of its own.
  private static final int PAGE = 16 * 1024;

  private static final Duration ANSWER_WITHIN = Duration.ofMillis(1500);

  /// A server that hangs is given up after this; no statement of ours takes so long.
  private static final Duration STATEMENT_WITHIN = Duration.ofSeconds(30);

  /// The letters "Post", by which `file` and others know whose file this is.
  private static final int APPLICATION_ID = 0x506F7374;

  private static final long MEBIBYTE = 1024 * 1024;

  /// At which a commit moves the log into the file; [Checkpoints] mostly does so before.
  private static final long LARGEST_LOG = 512 * MEBIBYTE;

  /// What the log's file keeps of the disk once it was moved.
  private static final long EMPTIED_LOG = 64 * MEBIBYTE;

  /// Negative: in KiB. A batch of letters fits, and is written once, at its commit.
  private static final int WRITER_CACHE = -8 * 1024;

  private Pools() {}

  /// One writer. Hikari keeps autocommit on: with it off, an idle pooled connection of the driver
  /// holds the write lock for ever, because its commit begins the next IMMEDIATE transaction.
  static HikariDataSource sqliteWriter(DatabaseSettings settings) {
    prepare(settings);
    SQLiteConfig config = sqliteConfig();
    config.setCacheSize(WRITER_CACHE);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    // What is deleted is overwritten; Maintenance#compact removes what moved rows left behind.
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    return sqlite(settings, config, "sqlite-writer", 1);
  }

  /// The size of pages cannot be changed any more once the file is in WAL mode, and the driver sets
  /// that mode first.
  ///
  /// @throws CannotOpen when the file cannot be written, or is no database
  private static void prepare(DatabaseSettings settings) {
    Path file = file(settings);
    try {
      Files.createDirectories(settings.folder());
      if (Files.notExists(file) || Files.size(file) == 0) {
        begin(file);
      }
      tryOut(file);
    } catch (IOException e) {
      throw new CannotOpen(Unusable.of(settings.folder(), e).toString(), e);
    } catch (SQLException e) {
      throw new CannotOpen(file + ": " + words(file, e), e);
    }
  }

  private static String words(Path file, SQLException failure) {
    String said = String.valueOf(failure.getMessage());
    if (Files.isDirectory(file)) {
      return "a folder stands where the database's file must be; move it away";
    }
    if (said.contains("NOTADB") || said.contains("CORRUPT")) {
      return "this is no database, or a damaged one; put a backup in its place, or move it away to"
          + " begin anew";
    }
    if (said.contains("SQLITE_FULL")) {
      return "the disk is full; make room on it";
    }
    return said.contains("CANTOPEN") || said.contains("READONLY") || said.contains("PERM")
        ? "the program has no right to write it; give it and its folder to the user who runs the"
            + " program (chown), and see that the disk can be written"
        : said.lines().findFirst().orElse("") + "; see whether its disk is sound";
  }

  /// The pool would try for half a minute, and tell of it in its own words.
  private static void tryOut(Path file) throws SQLException {
    SQLiteConfig config = sqliteConfig();
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      statement.execute("ROLLBACK");
    }
  }

  private static void begin(Path file) throws SQLException {
    try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA page_size = " + PAGE);
      statement.execute("PRAGMA application_id = " + APPLICATION_ID);
    }
  }

  private static Path file(DatabaseSettings settings) {
    return settings.folder().resolve("postbag.db");
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
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Long.toString(LARGEST_LOG / PAGE));
    config.setJournalSizeLimit((int) EMPTIED_LOG);
    return config;
  }

  private static HikariDataSource sqlite(
      DatabaseSettings settings, SQLiteConfig config, String name, int size) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file(settings));
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(new StatementCache(source));
    pool.setPoolName(name);
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(1);
    // For Database#alone.
    pool.setAllowPoolSuspension(true);
    return new HikariDataSource(pool);
  }

  /// A connection to the same file, in no pool.
  static Connection sqliteAlone(HikariDataSource pool) throws SQLException {
    return Objects.requireNonNull(pool.getDataSource()).getConnection();
  }

  /// @throws CannotOpen when the server is away, or refuses us
  static HikariDataSource postgresql(DatabaseSettings settings) {
    String url = settings.url().orElseThrow();
    try (Connection _ =
        DriverManager.getConnection(
            url, settings.username().orElse(null), settings.password().orElse(null))) {
      return postgresql(settings, url);
    } catch (SQLException e) {
      throw CannotOpen.server(settings, e);
    }
  }

  private static HikariDataSource postgresql(DatabaseSettings settings, String url) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(url);
    settings.username().ifPresent(pool::setUsername);
    settings.password().ifPresent(pool::setPassword);
    pool.setPoolName("postgresql");
    // A person at the desk waits for this: half a minute, the pool's own figure, is no answer.
    pool.setConnectionTimeout(ANSWER_WITHIN.toMillis());
    pool.setValidationTimeout(ANSWER_WITHIN.toMillis() / 2);
    pool.addDataSourceProperty("connectTimeout", "1");
    pool.addDataSourceProperty("socketTimeout", Long.toString(STATEMENT_WITHIN.toSeconds()));
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.setMaximumPoolSize(8);
    pool.setMinimumIdle(1);
    return new HikariDataSource(pool);
  }

  /// For migrations, which may take longer than any other statement: a connection without limits.
  static DataSource forMigrations(DatabaseSettings settings, HikariDataSource writing) {
    return settings
        .url()
        .<DataSource>map(url -> {
          DriverManagerDataSource source = new DriverManagerDataSource(url);
          settings.username().ifPresent(source::setUsername);
          settings.password().ifPresent(source::setPassword);
          return source;
        })
        .orElse(writing);
  }

  /// What the migrations write differently for each engine.
  static Map<String, String> dialect(boolean sqlite) {
    return sqlite
        ? Map.of(
            "identity", "INTEGER PRIMARY KEY AUTOINCREMENT", "blob", "BLOB", "position", "instr")
        : Map.of(
            "identity",
            "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
            "blob",
            "BYTEA",
            "position",
            "strpos");
  }
}
