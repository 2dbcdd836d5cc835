/// What waits for a person, and the person's decisions.
///
/// Approval is the only way to a reply's leaving: it freezes the exact text under a hash, with who
/// and when, and opens an undo window. Every decision names the version that the person saw; a
/// decision on an older one changes nothing.
///
/// In a dry run ([DryRun]) an approval is practice: the letter is `practised`, a state from which
/// nothing leaves, and goes before a person again when the dry run ends.
///
/// **What can fail.** Somebody was faster; the text still holds an open placeholder. Both are
/// values.
///
/// **Settings.** `postbag.sending.undo-window`.
@NullMarked
package org.postbag.review;

import org.jspecify.annotations.NullMarked;
