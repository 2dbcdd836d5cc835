package org.postbag.upkeep.backup;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.postbag.catalog.Secret;

/// The daily backup.
///
/// @param folder where backups are kept; empty: none is made by itself
/// @param at when, each day
/// @param keep how many are kept
/// @param passphrase encrypts them
public record BackupSettings(
    Optional<Path> folder, LocalTime at, ZoneId zone, int keep, Optional<Secret> passphrase) {
  public static final LocalTime AT = LocalTime.of(2, 30);
  public static final int KEEP = 14;

  /// No daily backup.
  public static BackupSettings none(ZoneId zone) {
    return new BackupSettings(Optional.empty(), AT, zone, KEEP, Optional.empty());
  }
}
