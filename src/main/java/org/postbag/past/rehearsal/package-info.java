/// A rehearsal: what Postbag would have done with the newer part of an office's past, after it had
/// learned from the older part.
///
/// 1. *What was really sent.* [SentReplies] says of each answer which of the catalog's standard
///    replies it is, or that it was written by hand.
/// 2. *Learning.* The answered letters of the older four fifths are the examples, as decisions of
///    staff are in the daemon.
/// 3. *Day by day.* [RehearsedOffice] gives each letter of the newer fifth to the daemon's own
///    matcher and composer ([org.postbag.matching.Matching], [org.postbag.reply.ReplyComposer]) as
///    if it had just come. In the evening it learns from the answers that were sent that day.
/// 4. *Comparison.* [Rehearsed] is one letter with what would have been proposed and what was sent;
///    [RehearsalResult] has the sums.
///
/// **What can fail.** Nothing that is not the database's or the disk's. Nothing is stored: the
/// index that the matcher looks into is one of its own, and is removed.
///
/// **Settings.** Those of matching and replies, as in the daemon.
@NullMarked
package org.postbag.past.rehearsal;

import org.jspecify.annotations.NullMarked;
