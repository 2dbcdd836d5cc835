package org.postbag.review;

import org.junit.jupiter.api.AfterEach;
import org.postbag.database.Database;
import org.postbag.database.SettableClock;
import org.postbag.database.TestDatabases;

class PostgresqlReviewIT implements QueueContract, DecisionsContract {
  private final Database database = TestDatabases.postgresql();
  private final SettableClock clock = new SettableClock();

  @Override
  public Database database() {
    return database;
  }

  @Override
  public SettableClock clock() {
    return clock;
  }

  @AfterEach
  void close() {
    database.close();
  }
}
