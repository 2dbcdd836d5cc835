package org.postbag.matching.index;

import org.junit.jupiter.api.AfterEach;
import org.postbag.database.Database;
import org.postbag.database.TestDatabases;

class SqliteIndexTest implements IndexContract {
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
