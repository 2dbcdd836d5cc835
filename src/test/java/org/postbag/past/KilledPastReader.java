package org.postbag.past;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.database.WatchedDatabase;
import org.postbag.email.Address;
import org.postbag.intake.OAuthTokens;
import org.postbag.intake.imap.DovecotServer;
import org.postbag.intake.imap.ImapHistory;
import org.postbag.past.made.MadeOffice;

/// A process that reads the past until it is killed. It prints `statement` before and after each
/// statement.
public final class KilledPastReader {
  private KilledPastReader() {}

  /// Arguments: the data folder, the server's port, the user.
  public static void main(String[] arguments) throws Exception {
    InstantSource clock = InstantSource.system();
    Set<Address> own = Set.of(Address.parse(MadeOffice.ADDRESS).orElseThrow());
    Database database =
        WatchedDatabase.open(
            DatabaseSettings.in(Path.of(arguments[0])), _ -> System.out.println("statement"));
    PastImport past =
        new PastImport(database, own, Instant.EPOCH, new ReadingProgress(clock), clock);
    ImapHistory history =
        new ImapHistory(
            DovecotServer.mailbox(arguments[2], Integer.parseInt(arguments[1])),
            new OAuthTokens(Path.of(arguments[0]), clock),
            clock);
    for (FolderChoice.Chosen folder : FolderChoice.of(history.folders(), "Sent")) {
      past.folder(arguments[2], history, folder);
    }
    var _ = past.pair();
  }
}
