package org.postbag.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.intake.Intake;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.StartFrom;
import org.postbag.intake.TestMailbox;
import org.postbag.intake.imap.DovecotServer;
import org.postbag.intake.imap.FaultProxy;

/// What one poll costs when nothing is new: round trips, and octets of both directions.
final class IdlePoll {
  private static final String USER = "idle";
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final int POLLS = 10;

  private IdlePoll() {}

  static void measure(DovecotServer dovecot, int size) throws Exception {
    dovecot.fill(USER, size, n -> "Subject: " + n + "\r\n\r\n" + n);
    Path data = Files.createTempDirectory("postbag-bench");
    try (FaultProxy proxy = FaultProxy.before(dovecot.port());
        Database database = Database.open(DatabaseSettings.in(data))) {
      MailboxSettings mailbox =
          TestMailbox.with(
              DovecotServer.mailbox(USER, proxy.port()),
              Map.of("startFrom", new StartFrom.Now(), "pollInterval", POLL));
      Intake intake = new Intake(database, InstantSource.system());
      CamelContext camel = CollectBench.collecting(mailbox, intake, data);
      camel.start();
      camel.getRouteController().startRoute("collect");
      while (intake.cursor(USER, "INBOX").isEmpty()) {
        Thread.sleep(50);
      }
      Thread.sleep(POLL.multipliedBy(3));
      count(proxy, size);
      camel.stop();
    }
  }

  private static void count(FaultProxy proxy, int size) throws InterruptedException {
    long begin = System.nanoTime();
    int commands = proxy.commands().size();
    long octets = proxy.octets();
    Thread.sleep(POLL.multipliedBy(POLLS));
    double polls = (System.nanoTime() - begin) / (double) POLL.toNanos();
    CollectBench.say(
        "idle poll of a mailbox of %d letters: %.1f round trips, %.0f octets",
        size, (proxy.commands().size() - commands) / polls, (proxy.octets() - octets) / polls);
    proxy
        .commands()
        .subList(commands, Math.min(commands + 4, proxy.commands().size()))
        .forEach(command -> CollectBench.say("  %s", command.strip()));
  }
}
