/// The topic's standard reply, addressed and filled in: a draft.
///
/// **What can fail.** A letter without a sender, a topic without a reply, an expired reply: the
/// draft says why a person must decide.
///
/// **Settings.** `postbag.sending.quote-original`; the standard replies are files.
@NullMarked
package org.postbag.reply;

import org.jspecify.annotations.NullMarked;
