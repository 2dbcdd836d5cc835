package org.postbag.upkeep;

import java.time.ZoneId;
import org.postbag.upkeep.backup.BackupSettings;
import org.postbag.upkeep.retention.RetentionSettings;

/// The settings of this room: `postbag.backup` and `postbag.retention`.
public record UpkeepSettings(BackupSettings backup, RetentionSettings retention) {
  /// No daily backup; letters are kept until somebody erases them.
  public static UpkeepSettings none(ZoneId zone) {
    return new UpkeepSettings(BackupSettings.none(zone), RetentionSettings.NONE);
  }
}
