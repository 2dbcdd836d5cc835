package org.postbag.web;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// How the terminal on the same machine reaches the running daemon: its address and a token, in a
/// file that only the daemon's own user may read. Whoever can read it could read the database as
/// well. The daemon writes a new one at every start and removes it when it stops.
///
/// @param address such as `http://127.0.0.1:8080`
public record TerminalAccess(URI address, RandomSecret token) {
  private static final String FILE = "desk.token";

  /// Access under a new token.
  public static TerminalAccess to(URI address) {
    return new TerminalAccess(address, RandomSecret.random());
  }

  /// Writes the file with mode 0600; it is complete or not there at all.
  public void write(Path data) throws IOException {
    Path fresh = data.resolve(FILE + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, address + "\n" + token.text() + "\n");
    Files.move(fresh, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  /// What a running daemon wrote; empty when none runs on that data folder.
  public static Optional<TerminalAccess> read(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(data.resolve(FILE));
      return lines.size() < 2
          ? Optional.empty()
          : Optional.of(
              new TerminalAccess(URI.create(lines.getFirst()), new RandomSecret(lines.get(1))));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  /// Removes the file.
  public static void remove(Path data) throws IOException {
    Files.deleteIfExists(data.resolve(FILE));
  }
}
