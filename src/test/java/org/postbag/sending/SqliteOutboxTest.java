package org.postbag.sending;

import org.junit.jupiter.api.AfterEach;
import org.postbag.database.Database;
import org.postbag.database.SettableClock;
import org.postbag.database.TestDatabases;

class SqliteOutboxTest implements OutboxContract {
  private final Database database = TestDatabases.sqlite();
  private final SettableClock clock = new SettableClock();
  private final TestOffice office = new TestOffice(database, clock);
  private final LedgerSink sink = new LedgerSink();
  private final SmtpSender sender = office.sender(sink);

  @Override
  public Database database() {
    return database;
  }

  @Override
  public SettableClock clock() {
    return clock;
  }

  @Override
  public TestOffice office() {
    return office;
  }

  @Override
  public LedgerSink sink() {
    return sink;
  }

  @Override
  public SmtpSender sender() {
    return sender;
  }

  @AfterEach
  void close() {
    sender.close();
    sink.close();
    database.close();
  }
}
