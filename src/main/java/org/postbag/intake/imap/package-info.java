/// The mailbox's side of the room: the only classes that speak IMAP, and the Camel component that
/// feeds the route `collect`.
///
/// **Standards.** RFC 3501 and 9051 (IMAP), RFC 2177 (IDLE), RFC 3348 and 5530 (response codes),
/// RFC 8314 (TLS), RFC 6749 and the XOAUTH2 mechanism, RFC 6851 (MOVE), RFC 4315 (UIDPLUS).
///
/// **What can fail.** Everything that a server may do: told as
/// [org.postbag.intake.imap.MailboxUnavailable], shown in [org.postbag.intake.MailboxHealth], and
/// tried again.
///
/// **Settings.** [org.postbag.intake.MailboxSettings].
@NullMarked
package org.postbag.intake.imap;

import org.jspecify.annotations.NullMarked;
