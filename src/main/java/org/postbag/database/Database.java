package org.postbag.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The room's door: statements, and transactions around them.
///
/// Every write stands in a transaction. On SQLite there is one writer at a time, which waits for
/// its turn at BEGIN (IMMEDIATE) and never fails half-way for want of the lock; reads outside of a
/// transaction use connections of their own and never wait for the writer (WAL).
public final class Database implements AutoCloseable {
  private final HikariDataSource writing;
  private final HikariDataSource reading;
  private final JdbcClient writer;
  private final JdbcClient reader;
  private final JdbcTemplate batches;
  private final TransactionTemplate transaction;
  private final @Nullable Checkpoints checkpoints;

  private Database(
      HikariDataSource writing, DataSource written, HikariDataSource reading, boolean sqlite) {
    this.writing = writing;
    this.reading = reading;
    this.writer = JdbcClient.create(written);
    this.reader = JdbcClient.create(reading);
    this.batches = new JdbcTemplate(written);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(written));
    this.checkpoints = sqlite ? new Checkpoints(reader) : null;
  }

  /// Opens the database and brings its tables up to date.
  ///
  /// @throws CannotOpen when it cannot be written, is damaged, or is away
  public static Database open(DatabaseSettings settings) {
    return open(settings, writing -> writing);
  }

  /// @param watch stands around what is written, to see each statement pass
  static Database open(DatabaseSettings settings, UnaryOperator<DataSource> watch) {
    HikariDataSource writing =
        settings.isSqlite() ? Pools.sqliteWriter(settings) : Pools.postgresql(settings);
    try {
      migrate(writing, settings.isSqlite());
      HikariDataSource reading = settings.isSqlite() ? Pools.sqliteReaders(settings) : writing;
      return new Database(writing, watch.apply(writing), reading, settings.isSqlite());
    } catch (RuntimeException e) {
      writing.close();
      throw e;
    }
  }

  private static void migrate(HikariDataSource source, boolean sqlite) {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:db/migration")
        .placeholders(Pools.columnTypes(sqlite))
        .load()
        .migrate();
  }

  /// A statement: in the running transaction if there is one, else a read of what is committed.
  public JdbcClient.StatementSpec sql(String sql) {
    return (isInTransaction() ? writer : reader).sql(sql);
  }

  /// Whether this thread is inside of a transaction.
  public boolean isInTransaction() {
    return TransactionSynchronizationManager.isActualTransactionActive();
  }

  /// One statement for each row of values, prepared once; stands in the running transaction.
  ///
  /// @throws IllegalStateException outside of a transaction
  public void batch(String sql, List<@Nullable Object[]> rows) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("every write stands in a transaction");
    }
    batches.batchUpdate(sql, rows);
  }

  /// Runs `work` in one transaction, joining the running one; any exception undoes all of it. When
  /// this returns, the work is on disk (SQLite `synchronous=FULL`, PostgreSQL
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

  private void wrote() {
    if (checkpoints != null && !TransactionSynchronizationManager.isActualTransactionActive()) {
      checkpoints.wrote();
    }
  }

  /// Whether this is the file in the data folder, with its single writer.
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
