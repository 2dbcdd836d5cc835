package org.postbag.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.postbag.catalog.Secret;

/// The newest refresh token of each mailbox, in a file that only its owner may read. The file names
/// the configured token that it descends from, so that a new one in the configuration wins.
final class RefreshTokens {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path folder;

  RefreshTokens(Path folder) {
    this.folder = folder;
  }

  Secret current(String mailbox, Secret configured) throws IOException {
    Path file = file(mailbox);
    if (!Files.exists(file)) {
      return configured;
    }
    List<String> lines = Files.readAllLines(file);
    boolean descends = lines.size() == 2 && lines.getFirst().equals(mark(configured));
    return descends ? new Secret(lines.getLast()) : configured;
  }

  /// Puts the new token on disk; the old file stays until the new one is whole.
  void replace(String mailbox, Secret configured, Secret newest) throws IOException {
    Files.createDirectories(folder);
    Path written = folder.resolve(mailbox + ".new");
    Files.deleteIfExists(written);
    Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(written, fresh, OWNER_ONLY)) {
      String lines = mark(configured) + "\n" + newest.reveal() + "\n";
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(
        written,
        file(mailbox),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private Path file(String mailbox) {
    return folder.resolve(mailbox);
  }

  private static String mark(Secret configured) {
    return Fingerprint.sha256(configured.reveal().getBytes(StandardCharsets.UTF_8));
  }
}
