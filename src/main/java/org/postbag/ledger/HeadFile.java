package org.postbag.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// The file `ledger-head.txt`: the head of the ledger's chain as it was last exported, outside of
/// the database. A chain that was rewritten, or cut at its end, no longer holds it.
///
/// One line, `SEQ:HASH TIME`; what belongs to the machine's backups or to a log elsewhere.
public final class HeadFile {
  private static final String NAME = "ledger-head.txt";
  private static final Pattern HEAD = Pattern.compile("\\d{1,18}:(?:[0-9a-f]{64})?");

  private final Path file;

  /// @param folder the data folder
  public HeadFile(Path folder) {
    this.file = folder.toAbsolutePath().resolve(NAME);
  }

  /// Whether text has the form of a head: the number of an entry, a colon, and its hash.
  public static boolean isHead(String text) {
    return HEAD.matcher(text).matches();
  }

  /// The head that was exported last; empty where none ever was.
  ///
  /// @throws IOException when the file cannot be read, or holds no head
  public Optional<String> read() throws IOException {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    String head = Files.readString(file).strip().split("\\s", 2)[0];
    if (!isHead(head)) {
      throw new IOException(
          file + ": no head of a ledger stands in it; put it back from a backup, or remove it");
    }
    return Optional.of(head);
  }

  /// Exports the head in place of the one before, unless the ledger no longer holds that one: then
  /// the file stays as the evidence.
  ///
  /// @return what is wrong with the ledger; empty when the head was exported
  public Optional<String> export(Ledger ledger, Instant now) throws IOException {
    Optional<String> before = read();
    if (before.isPresent() && !ledger.holds(before.get())) {
      return Optional.of(
          "the chain no longer holds the head %s, which was exported to %s"
              .formatted(before.get(), file));
    }
    write(ledger.head() + " " + now + "\n");
    return Optional.empty();
  }

  private void write(String line) throws IOException {
    // On POSIX a temporary file is its owner's alone, as all in the data folder must be.
    Path written = Files.createTempFile(file.getParent(), NAME, ".new");
    Files.writeString(written, line);
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
