/// Whether everything is still what was written: [Verification] reads it all, [Seals] gives a
/// checksum to the rows that have no hash of their own.
///
/// **What can fail.** Nothing but the disk; damage is the result, in words.
///
/// **Settings.** None.
@NullMarked
package org.postbag.upkeep.verify;

import org.jspecify.annotations.NullMarked;
