package org.postbag.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
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
  private final TransactionTemplate transaction;
  private final boolean sqlite;

  private Database(HikariDataSource writing, HikariDataSource reading, boolean sqlite) {
    this.writing = writing;
    this.reading = reading;
    this.writer = JdbcClient.create(writing);
    this.reader = JdbcClient.create(reading);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(writing));
    this.sqlite = sqlite;
  }

  /// Opens the database and brings its tables up to date.
  public static Database open(DatabaseSettings settings) {
    HikariDataSource writing =
        settings.isSqlite() ? Pools.sqliteWriter(settings) : Pools.postgresql(settings);
    try {
      migrate(writing, settings.isSqlite());
      HikariDataSource reading = settings.isSqlite() ? Pools.sqliteReaders(settings) : writing;
      return new Database(writing, reading, settings.isSqlite());
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
  boolean isInTransaction() {
    return TransactionSynchronizationManager.isActualTransactionActive();
  }

  /// Runs `work` in one transaction, joining the running one; any exception undoes all of it. When
  /// this returns, the work is on disk (SQLite `synchronous=FULL`, PostgreSQL
  /// `synchronous_commit=on`).
  public <T> T inTransaction(Supplier<T> work) {
    return transaction.execute(_ -> work.get());
  }

  /// [#inTransaction(Supplier)] for work without a result.
  public void doInTransaction(Runnable work) {
    transaction.executeWithoutResult(_ -> work.run());
  }

  /// Whether this is the file in the data folder, with its single writer.
  public boolean isSqlite() {
    return sqlite;
  }

  @Override
  public void close() {
    reading.close();
    writing.close();
  }
}
