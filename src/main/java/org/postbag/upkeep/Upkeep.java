package org.postbag.upkeep;

import org.postbag.upkeep.backup.DailyBackups;
import org.postbag.upkeep.hold.Holds;
import org.postbag.upkeep.person.Erasure;
import org.postbag.upkeep.person.PersonExport;
import org.postbag.upkeep.retention.Retention;

/// The room's door, for those who serve it to people.
public record Upkeep(
    DailyBackups backups,
    PersonExport export,
    Erasure erasure,
    Retention retention,
    Holds holds,
    Inventory inventory) {}
