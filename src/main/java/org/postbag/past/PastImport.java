package org.postbag.past;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postbag.database.Database;
import org.postbag.email.Address;
import org.postbag.intake.imap.ImapHistory;
import org.postbag.intake.imap.MailboxUnavailable;

/// Reads the past from its sources, and pairs what was read. Whatever ends it, the next one goes on
/// where this one was.
public final class PastImport {
  private final Database database;
  private final Instant since;
  private final PastReader reader;
  private final PastKeeping keeping;
  private final ReadingProgress progress;

  /// @param own the office's addresses: letters from these were sent
  /// @param since older letters are left out; the beginning of a day, or [Instant#EPOCH] for all
  public PastImport(
      Database database,
      Set<Address> own,
      Instant since,
      ReadingProgress progress,
      InstantSource clock) {
    this.database = database;
    this.since = since;
    this.reader = new PastReader(own, since);
    this.keeping = new PastKeeping(database, own, clock);
    this.progress = progress;
  }

  /// Reads a folder of a mailbox.
  ///
  /// @param mailbox its name in the settings
  /// @throws MailboxUnavailable when it cannot be read now
  public void folder(String mailbox, ImapHistory history, FolderChoice.Chosen folder)
      throws MailboxUnavailable, InterruptedException {
    new MailboxReading(mailbox, folder, since, reader, keeping, progress).run(history);
  }

  /// Reads an mbox file.
  public void mbox(Path file) throws IOException {
    try (MboxFile letters = new MboxFile(file)) {
      reading("mbox", file).run(letters);
    }
  }

  /// Reads a Maildir, with the folders below it.
  public void maildir(Path folder) throws IOException {
    for (Path one : MaildirFolder.in(folder)) {
      try (MaildirFolder letters = new MaildirFolder(one)) {
        reading("maildir", one).run(letters);
      }
    }
  }

  /// Of a file that is named like a folder of sent letters, all were sent.
  private FileReading reading(String source, Path path) {
    Path whole = path.toAbsolutePath().normalize();
    String name = String.valueOf(whole.getFileName()).toLowerCase(Locale.ROOT);
    boolean sent =
        FolderChoice.isSentName(name.replaceFirst("^\\.", "").replaceFirst("\\.mbox$", ""));
    Optional<Direction> direction = sent ? Optional.of(Direction.SENT) : Optional.empty();
    return new FileReading(source, whole.toString(), direction, since, reader, keeping, progress);
  }

  /// Whether the file looks like an mbox file.
  public static boolean isMbox(Path file) throws IOException {
    return MboxFile.is(file);
  }

  /// Whether the folder looks like a Maildir.
  public static boolean isMaildir(Path folder) {
    return MaildirFolder.is(folder);
  }

  /// Finds what each reply answers.
  ///
  /// @return how many pairs there are
  public long pair() {
    return new Pairing(database).run();
  }
}
