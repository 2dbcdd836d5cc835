package org.postbag.intake.imap;

import java.nio.file.Path;
import java.time.InstantSource;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.intake.Intake;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.MailboxSettings;

/// A process that reads a mailbox until it is killed.
public final class KilledReader {
  private KilledReader() {}

  /// Arguments: the data folder, the server's port, the user.
  public static void main(String[] arguments) throws InterruptedException {
    InstantSource clock = InstantSource.system();
    MailboxSettings mailbox = DovecotServer.mailbox(arguments[2], Integer.parseInt(arguments[1]));
    Intake intake = new Intake(Database.open(DatabaseSettings.in(Path.of(arguments[0]))), clock);
    FolderReader reader =
        new FolderReader(
            mailbox,
            "INBOX",
            new Watch.NoTokens(),
            intake,
            intake::keep,
            new MailboxHealth(clock),
            FetchBudget.ofHeap(),
            Pace.hurried(),
            clock);
    System.out.println("reading");
    Thread.ofVirtual().start(reader).join();
  }
}
