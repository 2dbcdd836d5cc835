package org.postbag.upkeep.backup;

import java.nio.file.Path;

/// How a backup or a restore ended.
public sealed interface BackupResult {
  /// Written and read again, or restored.
  ///
  /// @param file the backup
  /// @param size in bytes
  /// @param config whether its configuration was put in place; a backup always holds it
  record Done(Path file, Manifest manifest, long size, boolean config) implements BackupResult {}

  /// Nothing was left behind.
  ///
  /// @param why what, and what to do about it
  record Refused(String why) implements BackupResult {}
}
