package org.postbag.upkeep.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.database.Maintenance;
import org.postbag.ledger.Ledger;
import org.postbag.upkeep.verify.Verification;

/// Makes backups while everything runs.
///
/// SQLite's file alone is no backup: what was committed last stands in the log beside it
/// (`postbag.db-wal`). So the database is copied by SQLite, the copy is verified like the original
/// would be, packed, and the packed file is read again and compared.
public final class Backups {
  private static final String STAGING = "backup-";

  private final Database database;
  private final Path data;
  private final Path config;
  private final InstantSource clock;

  /// @param data the data folder; the copy is made in it, because only its owner may read it
  public Backups(Database database, Path data, Path config, InstantSource clock) {
    this.database = database;
    this.data = data;
    this.config = config;
    this.clock = clock;
  }

  /// Makes a backup and verifies it.
  ///
  /// @param target a file that does not exist
  /// @throws IOException when a disk fails or is full; then the target is not there
  public BackupResult make(Path target, Optional<String> passphrase) throws IOException {
    if (!database.isSqlite()) {
      return new BackupResult.Refused(
          "the letters are in PostgreSQL, which has its own tool: run"
              + " `pg_dump --format=custom --file=postbag.dump DATABASE` (docs/backup.md)");
    }
    if (Files.exists(target)) {
      return new BackupResult.Refused(target + " is there already; name a new file");
    }
    removeLeftovers(data);
    Path staging = Files.createTempDirectory(data, STAGING);
    Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    try {
      Manifest about = copy(staging);
      List<String> faults = faults(staging);
      if (!faults.isEmpty()) {
        return new BackupResult.Refused(
            "the database is damaged: %s; put the last good backup in its place (docs/backup.md)"
                .formatted(faults.getFirst()));
      }
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.deleteIfExists(unfinished);
      Sources sources = Sources.of(staging.resolve(Sources.DATABASE), config);
      BackupFile.write(OwnerOnly.create(unfinished), passphrase, sources, about);
      Manifest read = BackupFile.read(unfinished, passphrase, (_, _) -> {});
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      return new BackupResult.Done(target, read, Files.size(target), true);
    } finally {
      Files.deleteIfExists(unfinished);
      Folders.delete(staging);
    }
  }

  /// What an earlier run left when it was killed holds letters.
  static void removeLeftovers(Path data) throws IOException {
    for (Path left : Folders.in(data, STAGING)) {
      Folders.delete(left);
    }
  }

  private Manifest copy(Path staging) {
    new Maintenance(database).copyTo(staging.resolve(Sources.DATABASE));
    try (Database copy = Database.open(DatabaseSettings.in(staging))) {
      new JdbcSignIns(copy).end();
      Ledger ledger = new Ledger(copy, clock);
      return new Manifest(
          clock.instant(), ledger.head(), ledger.account().received(), java.util.Map.of());
    }
  }

  private List<String> faults(Path staging) {
    try (Database copy = Database.open(DatabaseSettings.in(staging))) {
      return new Verification(copy, staging, clock).rows();
    }
  }
}
