package org.postbag.ledger;

import org.junit.jupiter.api.AfterEach;
import org.postbag.database.Database;
import org.postbag.database.TestDatabases;

class SqliteLedgerTest implements LedgerContract {
  private final Database database = TestDatabases.sqlite();

  @Override
  public Database database() {
    return database;
  }

  @AfterEach
  void close() {
    database.close();
  }
}
