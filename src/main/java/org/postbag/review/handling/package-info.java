/// What staff do with a letter besides deciding on it: notes, who has it in hand, who has it open,
/// and the reply that somebody is writing and has not saved.
///
/// Notes and hands stand in the ledger, without their words. Who has a letter open expires by the
/// clock.
///
/// **What can fail.** The letter does not exist: nothing is written, and the method says so.
@NullMarked
package org.postbag.review.handling;

import org.jspecify.annotations.NullMarked;
