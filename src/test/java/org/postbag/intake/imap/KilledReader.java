package org.postbag.intake.imap;

import java.nio.file.Path;
import java.time.InstantSource;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.database.WatchedDatabase;
import org.postbag.intake.Intake;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.MailboxSettings;

/// A process that reads a mailbox until it is killed. It prints `line` at each line of IMAP,
/// `statement` before and after each one, and `idle` when it has read to the end of the folder and
/// waits.
public final class KilledReader {
  private KilledReader() {}

  /// Arguments: the data folder, the server's port, the user.
  public static void main(String[] arguments) throws InterruptedException {
    InstantSource clock = InstantSource.system();
    FaultProxy proxy =
        FaultProxy.before(Integer.parseInt(arguments[1])).telling(KilledReader::print);
    MailboxSettings mailbox = DovecotServer.mailbox(arguments[2], proxy.port());
    Intake intake = new Intake(database(arguments[0]), clock);
    FolderReader reader =
        new FolderReader(
            mailbox,
            "INBOX",
            new Watch.NoTokens(),
            intake,
            intake::keep,
            new MailboxHealth(clock),
            FetchBudget.ofHeap(),
            ReadingIntervals.hurried(),
            Watch.noRetries(),
            Watch.ANY_ACCOUNT,
            clock);
    System.out.println("reading");
    Thread.ofVirtual().start(reader).join();
  }

  private static Database database(String folder) {
    return WatchedDatabase.open(DatabaseSettings.in(Path.of(folder)), KilledReader::print);
  }

  /// Prints which kind of event it is; those on the way to the server begin with `>` or `<`.
  static void print(String event) {
    boolean line = event.startsWith("> ") || event.startsWith("< ");
    boolean idle = event.matches("(?s)> \\S+ IDLE.*");
    System.out.println(idle ? "idle" : line ? "line" : "statement");
  }
}
