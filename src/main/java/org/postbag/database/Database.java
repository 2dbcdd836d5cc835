package org.postbag.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs statements, and transactions around them. Parameters are named (`:letter`).
///
/// Every write happens in a transaction. SQLite has one writer at a time: it waits for the lock at
/// BEGIN (IMMEDIATE), so a transaction that has begun never fails because another one writes. Reads
/// outside of a transaction use connections of their own and never wait for the writer (WAL).
public final class Database implements AutoCloseable {
  private final HikariDataSource writing;
  private final HikariDataSource reading;
  private final JdbcClient writer;
  private final JdbcClient reader;
  private final NamedParameterJdbcTemplate batches;
  private final TransactionTemplate transaction;
  private final @Nullable Checkpoints checkpoints;
  private final List<Runnable> afterWrites = new CopyOnWriteArrayList<>();

  private Database(
      HikariDataSource writing, DataSource written, HikariDataSource reading, boolean sqlite) {
    this.writing = writing;
    this.reading = reading;
    this.writer = JdbcClient.create(written);
    this.reader = JdbcClient.create(reading);
    this.batches = new NamedParameterJdbcTemplate(written);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(written));
    this.checkpoints = sqlite ? new Checkpoints(reader) : null;
  }

  /// Opens the database and migrates its tables.
  ///
  /// @throws CannotOpen when it cannot be written, is damaged, or cannot be reached
  public static Database open(DatabaseSettings settings) {
    return open(settings, writing -> writing);
  }

  /// @param watch wraps the data source of writes, to observe each statement
  static Database open(DatabaseSettings settings, UnaryOperator<DataSource> watch) {
    HikariDataSource writing =
        settings.isSqlite() ? Pools.sqliteWriter(settings) : Pools.postgresql(settings);
    try {
      migrate(Pools.forMigrations(settings, writing), settings.isSqlite());
      HikariDataSource reading = settings.isSqlite() ? Pools.sqliteReaders(settings) : writing;
      return new Database(writing, watch.apply(writing), reading, settings.isSqlite());
    } catch (RuntimeException e) {
      writing.close();
      throw e;
    }
  }

  private static void migrate(DataSource source, boolean sqlite) {
    MigrateResult result =
        Flyway.configure(Database.class.getClassLoader())
            .dataSource(source)
            .locations(migrations(sqlite))
            .placeholders(Pools.dialect(sqlite))
            .load()
            .migrate();
    if (sqlite && result.migrationsExecuted > 0) {
      // A seal is of all columns of its row: those of before know nothing of a new one.
      JdbcClient.create(source).sql("DELETE FROM row_seal").update();
    }
  }

  /// What is the same on both engines, and triggers, which each writes in its own way.
  static String[] migrations(boolean sqlite) {
    return new String[] {
      "classpath:db/migration", sqlite ? "classpath:db/sqlite" : "classpath:db/postgresql"
    };
  }

  /// A statement in the running transaction; outside of one, a read of committed rows.
  public JdbcClient.StatementSpec sql(String sql) {
    return (isInTransaction() ? writer : reader).sql(sql);
  }

  /// A statement that runs by itself, on the connection that writes: what the engine refuses to run
  /// inside of a transaction.
  JdbcClient.StatementSpec outsideOfTransactions(String sql) {
    if (isInTransaction()) {
      throw new IllegalStateException("not inside of a transaction");
    }
    return writer.sql(sql);
  }

  /// Work on a connection of its own.
  interface Alone {
    void on(Connection connection) throws SQLException;
  }

  /// Runs work of SQLite that needs the file for itself, on a new connection. Who wants to write
  /// waits as long as it takes, and who reads goes on.
  void alone(Alone work) {
    HikariPoolMXBean pool = writing.getHikariPoolMXBean();
    pool.suspendPool();
    try {
      // A statement that the writer keeps prepared may still look at the rows of before.
      pool.softEvictConnections();
      try (Connection connection = Pools.sqliteAlone(writing)) {
        work.on(connection);
      }
    } catch (SQLException e) {
      throw new UncategorizedSQLException("alone on the database", null, e);
    } finally {
      pool.resumePool();
    }
  }

  /// Whether this thread runs in a transaction.
  public boolean isInTransaction() {
    return TransactionSynchronizationManager.isActualTransactionActive();
  }

  /// Runs one statement as a batch, once for each set of parameters, in the running transaction.
  ///
  /// @throws IllegalStateException outside of a transaction
  public void batch(String sql, List<? extends SqlParameterSource> rows) {
    if (!isInTransaction()) {
      throw new IllegalStateException("a batch needs a transaction");
    }
    batches.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
  }

  /// Runs `work` in one transaction, joining the running one; any exception rolls it back. When the
  /// outermost call returns, the work is on disk (SQLite `synchronous=FULL`, PostgreSQL
  /// `synchronous_commit=on`).
  public <T> T inTransaction(Supplier<T> work) {
    T result = transaction.execute(_ -> work.get());
    wrote();
    return result;
  }

  /// [#inTransaction(Supplier)] for work without a result.
  public void doInTransaction(Runnable work) {
    transaction.executeWithoutResult(_ -> work.run());
    wrote();
  }

  /// Runs `then` when the running transaction is on disk, and not at all when it is undone.
  ///
  /// @throws IllegalStateException outside of a transaction
  public void afterCommit(Runnable then) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            then.run();
          }
        });
  }

  private void wrote() {
    if (isInTransaction()) {
      return;
    }
    if (checkpoints != null) {
      checkpoints.wrote();
    }
    afterWrites.forEach(Runnable::run);
  }

  /// Runs `told` after each transaction of this process, on the thread that committed it: it only
  /// takes a note, and never fails.
  public void afterEachWrite(Runnable told) {
    afterWrites.add(told);
  }

  /// Whether this is SQLite, with its single writer, and not PostgreSQL.
  public boolean isSqlite() {
    return checkpoints != null;
  }

  @Override
  public void close() {
    if (checkpoints != null) {
      checkpoints.close();
    }
    reading.close();
    writing.close();
  }
}
