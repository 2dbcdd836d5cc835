/// What must not be erased for now: a legal hold on a person or a topic ([Holds]).
///
/// **What can fail.** Nothing of its own.
///
/// **Settings.** None; holds are begun and ended by an administrator, and stand in the ledger.
@NullMarked
package org.postbag.upkeep.hold;

import org.jspecify.annotations.NullMarked;
