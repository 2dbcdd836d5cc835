package org.postbag.upkeep.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.ledger.Ledger;
import org.postbag.upkeep.verify.Verification;

/// Puts a backup into an empty data folder, or nothing at all.
///
/// A restored database is a copy of the past: after each start, nothing leaves from a mailbox
/// before the mailbox was asked what has left already (ADR 15).
public final class Restore {
  private static final String STAGING = "restore-";

  private final InstantSource clock;

  public Restore(InstantSource clock) {
    this.clock = clock;
  }

  /// Verifies the backup, then puts the database in place; its configuration too, if the folder of
  /// the configuration is missing or empty.
  ///
  /// @throws IOException when a disk fails or is full
  public BackupResult restore(Path file, Path data, Path config, Optional<String> passphrase)
      throws IOException {
    if (!Folders.isEmpty(data)) {
      return new BackupResult.Refused(
          data + " is not empty; a backup is restored into an empty folder: name one with --data");
    }
    boolean existed = Files.exists(data);
    Files.createDirectories(data);
    Path staging = Files.createTempDirectory(data, STAGING);
    try {
      return restore(file, data, config, passphrase, staging);
    } catch (NoSuchFileException e) {
      return new BackupResult.Refused(e.getFile() + ": there is no such file");
    } catch (IOException e) {
      return new BackupResult.Refused(file + ": " + e.getMessage());
    } finally {
      Folders.delete(staging);
      if (!existed && Folders.isEmpty(data)) {
        Files.delete(data);
      }
    }
  }

  private BackupResult restore(
      Path file, Path data, Path config, Optional<String> passphrase, Path staging)
      throws IOException {
    Manifest manifest =
        BackupFile.read(file, passphrase, (name, content) -> unpack(staging, name, content));
    List<String> faults = faults(staging, manifest);
    if (!faults.isEmpty()) {
      return new BackupResult.Refused(file + ": " + faults.getFirst());
    }
    boolean configured = Folders.isEmpty(config) && placeConfig(staging, config);
    Files.move(
        staging.resolve(Sources.DATABASE),
        data.resolve(Sources.DATABASE),
        StandardCopyOption.ATOMIC_MOVE);
    return new BackupResult.Done(file, manifest, Files.size(file), configured);
  }

  /// Names are checked, because the file may come from anywhere: none may lead out of the folder.
  private static void unpack(Path staging, String name, InputStream content) throws IOException {
    Path target = staging.resolve(name).normalize();
    boolean known = name.equals(Sources.DATABASE) || name.startsWith(Sources.CONFIG);
    if (!known || !target.startsWith(staging)) {
      throw new IOException("it holds a file that is none of a backup's: " + name);
    }
    Files.createDirectories(target.getParent());
    Files.copy(content, target);
  }

  private List<String> faults(Path staging, Manifest manifest) {
    try (Database restored = Database.open(DatabaseSettings.in(staging))) {
      if (!new Ledger(restored, clock).holds(manifest.head())) {
        return List.of("its ledger does not hold the head that stands in its manifest");
      }
      return new Verification(restored, staging, clock).rows();
    }
  }

  private static boolean placeConfig(Path staging, Path config) throws IOException {
    Path from = staging.resolve(Sources.CONFIG);
    if (!Files.isDirectory(from)) {
      return false;
    }
    Files.createDirectories(config);
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = config.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return true;
  }
}
