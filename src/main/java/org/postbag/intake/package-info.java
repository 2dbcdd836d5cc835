/// Letters in: IMAP, the cursor, the letter kept durably, and the question whether a person wrote
/// it.
///
/// **Standards.** RFC 9051 and 3501 (IMAP), RFC 2177 (IDLE), RFC 7628 and the XOAUTH2 mechanism
/// (sign-in), RFC 3834 and 5230 (automatic responses), RFC 3464 (delivery reports), RFC 2369 and
/// 2919 (lists).
///
/// **What can fail.** The mailbox refuses or falls silent: reported in the health check, tried
/// again with growing pauses. The database is full or away: nothing is kept, the cursor stays, the
/// mailbox is read again.
///
/// **Settings.** `postbag.mailboxes` in `config/application.yaml`.
@NullMarked
package org.postbag.intake;

import org.jspecify.annotations.NullMarked;
