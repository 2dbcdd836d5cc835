package org.postbag.sending;

import org.junit.jupiter.api.AfterEach;
import org.postbag.database.Database;
import org.postbag.database.TestDatabases;

class PostgresqlInterleavingIT implements InterleavingContract {
  private final Database database = TestDatabases.postgresql();

  @Override
  public Database database() {
    return database;
  }

  @Override
  public int letters() {
    return Integer.getInteger("postbag.interleavings", 2_000);
  }

  @AfterEach
  void close() {
    database.close();
  }
}
