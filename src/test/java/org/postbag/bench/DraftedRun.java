package org.postbag.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.postbag.Daemon;
import org.postbag.TestOffice;
import org.postbag.database.Database;
import org.postbag.intake.Intake;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Totals;

/// The whole daemon, with the shipped topics and replies and a mailbox at a local server: from the
/// start of its route `collect` until every letter is a draft on the desk, set aside, or before a
/// person.
final class DraftedRun implements AutoCloseable {
  private static final String FOLDER = "INBOX";
  private static final Duration POLL = Duration.ofMinutes(1);

  private final Daemon daemon;

  private DraftedRun(Daemon daemon) {
    this.daemon = daemon;
  }

  /// What came of it.
  ///
  /// @param kept seconds until the last letter was kept
  /// @param drafted seconds until the last letter was drafted
  record Result(double kept, double drafted, Totals totals) {}

  /// Starts the daemon beside mailboxes that are empty yet; afterwards `collect` stands still.
  static DraftedRun start(int port, String... users) throws Exception {
    Path base = Files.createTempDirectory("postbag-bench");
    DraftedRun run = new DraftedRun(Daemon.start(TestOffice.at(base, port, POLL, users)));
    for (String user : users) {
      run.await(() -> run.intake().cursor(user, FOLDER).isPresent());
    }
    return run;
  }

  /// Lets `filling` put letters into the mailbox while nobody reads it, then times the way of all.
  Result run(int letters, Runnable filling) throws Exception {
    CamelContext camel = daemon.door(CamelContext.class);
    camel.getRouteController().stopRoute("collect");
    filling.run();
    long begin = System.nanoTime();
    camel.getRouteController().startRoute("collect");
    await(() -> count("letter") >= letters);
    double kept = (System.nanoTime() - begin) / 1e9;
    await(() -> count("draft") >= letters);
    double drafted = (System.nanoTime() - begin) / 1e9;
    return new Result(kept, drafted, accountOf(letters));
  }

  private Totals accountOf(int letters) {
    Totals totals = daemon.door(Ledger.class).account();
    if (totals.received() != letters || totals.unprocessed() != 0) {
      throw new IllegalStateException("the ledger says " + totals);
    }
    return totals;
  }

  Intake intake() {
    return daemon.door(Intake.class);
  }

  Database database() {
    return daemon.door(Database.class);
  }

  /// How many are kept and not drafted yet.
  long unprocessed() {
    return count("letter") - count("draft");
  }

  private long count(String table) {
    return database().sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  private void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(20);
    }
  }

  @Override
  public void close() {
    daemon.close();
  }
}
