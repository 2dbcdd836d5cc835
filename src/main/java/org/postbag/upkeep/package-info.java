/// What an office must have by law and by prudence: backup and restore, verification, what is kept
/// of a person and how it ends, and the public record of the tool.
///
/// | package | what it does |
/// |---|---|
/// | `backup` | copies database and configuration to one file, and puts such a file back |
/// | `verify` | compares every hash and checksum |
/// | `person` | everything kept on one correspondent: exported, erased |
/// | `retention` | how long letters are kept |
/// | `hold` | what must not be erased for now |
///
/// Statements here read whole tables, on purpose and only when a person or a clock asks for it.
@NullMarked
package org.postbag.upkeep;

import org.jspecify.annotations.NullMarked;
