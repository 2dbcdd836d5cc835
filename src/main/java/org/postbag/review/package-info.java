/// What waits for a person, and the person's decisions.
///
/// Approval is the only way to a reply's leaving: it freezes the exact text under a hash, with who
/// and when, and opens an undo window. Every decision names the version that the person saw; a
/// decision on an older one changes nothing.
///
/// **What can fail.** Somebody was faster; the text still holds an open placeholder. Both are
/// values.
///
/// **Settings.** `postbag.sending.undo-window`.
@NullMarked
package org.postbag.review;

import org.jspecify.annotations.NullMarked;
