package org.postbag.matching;

import org.junit.jupiter.api.AfterEach;
import org.postbag.database.Database;
import org.postbag.database.TestDatabases;

class PostgresqlLearningIT implements LearningContract, SensesContract {
  private final Database database = TestDatabases.postgresql();

  @Override
  public Database database() {
    return database;
  }

  @AfterEach
  void close() {
    database.close();
  }
}
