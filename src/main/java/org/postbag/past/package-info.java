/// The office's own past: letters and answers of years before Postbag, read from its mailbox, from
/// mbox files or from Maildir folders, apart from the queue.
///
/// **Reading.** [Past] is the door. Sources give letters in batches; the rows of a batch and the
/// place behind it are committed together, so that a reading which ends anywhere goes on there. A
/// letter that is met again, in another folder or file, is recognised by its digest. Folders are
/// opened by EXAMINE: nothing changes on the server.
///
/// **Apart.** Past letters stand in tables of their own (V73). What drafts, approves and sends
/// reads the table `letter`, in which none of them ever is. Where a state is shown, theirs is
/// `past` ([PastLetter#STATE]).
///
/// **Pairs.** [Answered] is a received letter with the answer that the office sent: by In-Reply-To
/// or References; where those are missing, by recipient, subject and time.
///
/// **Standards.** RFC 9051 (IMAP), RFC 6154 (special-use folders), RFC 4155 (mbox), RFC 5322 §3.6.4
/// (threads).
///
/// **What can fail.** A server that refuses or does not answer: what was read stays, and reading
/// goes on from there. A letter that cannot be understood is kept with what could be read.
///
/// **Settings.** The mailboxes of `postbag.mailboxes`.
@NullMarked
package org.postbag.past;

import org.jspecify.annotations.NullMarked;
