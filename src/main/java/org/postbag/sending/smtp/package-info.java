/// An SMTP client that knows how far it came: whether the server may hold a reply is never guessed.
///
/// Our own, because the line between "surely not accepted" and "perhaps accepted" runs through the
/// middle of one write, and mail libraries report both sides of it as the same exception.
///
/// **Standards.** RFC 5321 (SMTP), RFC 1870 (SIZE), RFC 3207 (STARTTLS), RFC 4954 (AUTH), RFC 6152
/// (8BITMIME), RFC 6531 (SMTPUTF8), RFC 8314 (TLS).
///
/// **What can fail.** Everything that a network can do, told apart by
/// [org.postbag.sending.smtp.Answer].
///
/// **Settings.** Server, protection and sign-in of the mailbox.
@NullMarked
package org.postbag.sending.smtp;

import org.jspecify.annotations.NullMarked;
