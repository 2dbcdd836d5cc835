/// One file with everything that cannot be made again: the database and the configuration, without
/// secrets and without the index.
///
/// **The way through.** [Backups] copies the database by SQLite's `VACUUM INTO` while it is
/// written, verifies the copy, packs it ([BackupFile]), reads the packed file again, and only then
/// gives it its name. [DailyBackups] does so once a day and deletes the oldest. [Restore] verifies
/// a file and puts it into an empty folder, or does nothing.
///
/// **Standards.** ZIP (APPNOTE 6.3); OpenPGP (RFC 4880) when there is a passphrase; SHA-256.
///
/// **What can fail.** A full disk, a damaged database, a wrong passphrase: a
/// [BackupResult.Refused][BackupResult] says which, and nothing is left behind.
///
/// **Settings.** `postbag.backup`.
@NullMarked
package org.postbag.upkeep.backup;

import org.jspecify.annotations.NullMarked;
