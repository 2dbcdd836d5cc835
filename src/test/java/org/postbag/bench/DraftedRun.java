package org.postbag.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.postbag.Daemon;
import org.postbag.Settings;
import org.postbag.SettingsReader;
import org.postbag.database.Database;
import org.postbag.intake.Intake;
import org.postbag.ledger.Account;
import org.postbag.ledger.Ledger;

/// The whole daemon, with the shipped topics and replies and a mailbox at a local server: from the
/// start of its route `collect` until every letter is a draft on the desk, set aside, or before a
/// person.
final class DraftedRun implements AutoCloseable {
  private static final String FOLDER = "INBOX";

  private final Daemon daemon;
  private final String mailbox;

  private DraftedRun(Daemon daemon, String mailbox) {
    this.daemon = daemon;
    this.mailbox = mailbox;
  }

  /// What came of it.
  ///
  /// @param kept seconds until the last letter was kept
  /// @param drafted seconds until the last letter was drafted
  record Result(double kept, double drafted, Account account) {}

  /// Starts the daemon beside mailboxes that are empty yet; afterwards `collect` stands still.
  static DraftedRun start(int port, String... users) throws Exception {
    Path base = Files.createTempDirectory("postbag-bench");
    configure(base.resolve("config"), port, users);
    DraftedRun run = new DraftedRun(Daemon.start(settings(base)), users[0]);
    run.await(() -> run.intake().cursor(run.mailbox, FOLDER).isPresent());
    return run;
  }

  private static void configure(Path config, int port, String... users) throws IOException {
    for (String part : new String[] {"topics", "replies"}) {
      Files.createDirectories(config.resolve(part));
      try (Stream<Path> files = Files.list(Path.of("config", part))) {
        files.forEach(file -> copy(file, config.resolve(part).resolve(file.getFileName())));
      }
    }
    StringBuilder yaml = new StringBuilder("postbag:\n  desk: {port: 0}\n  mailboxes:\n");
    for (String user : users) {
      yaml.append(
          """
              %1$s:
                address: %1$s@example.org
                imap: imap://127.0.0.1:%2$d
                smtp: smtp://127.0.0.1:1
                username: %1$s
                password: secret
          """
              .formatted(user, port)
              .indent(0));
    }
    Files.writeString(config.resolve("application.yaml"), yaml);
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Settings settings(Path base) {
    SettingsReader.Reading reading =
        SettingsReader.read(base.resolve("config"), base.resolve("data"), _ -> Optional.empty());
    return reading
        .settings()
        .orElseThrow(() -> new IllegalStateException(reading.problems().toString()));
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

  private Account accountOf(int letters) {
    Account account = daemon.door(Ledger.class).account();
    if (account.received() != letters || account.unread() != 0) {
      throw new IllegalStateException("the ledger says " + account);
    }
    return account;
  }

  Intake intake() {
    return daemon.door(Intake.class);
  }

  Database database() {
    return daemon.door(Database.class);
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
