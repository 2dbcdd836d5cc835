/// Receives letters: reads mailboxes over IMAP, keeps each letter durably, and decides whether a
/// person wrote it.
///
/// **The way of a letter.**
///
/// 1. *Fetch.* [org.postbag.intake.imap] reads each folder from its [Cursor] and builds a [Batch]:
///    [NewLetter]s, the cursor after them, and a [Gap] for each letter that the server listed but
///    did not deliver.
/// 2. *Keep.* [Intake#keep] stores letters, cursor and gaps in one transaction. [Deduplication]
///    recognises letters that are kept already, by their [Fingerprint], when UIDs have changed. If
///    anything fails, the cursor stays and the folder is read again: no letter is lost.
/// 3. *Read and screen.* [Intake#unprocessed] returns [KeptLetter]s. [Reception] parses one and
///    [Screening] applies its rules in order; the first that applies decides. They look at the
///    return path, [AutomaticHeaders], [Absence] notices, [DeliveryReport]s and [SystemSenders]; at
///    who really wrote ([Origin]) and whom it is addressed to ([Addressees]); last at its words
///    ([org.postbag.intake.wording]). The outcome is in the [ScreenedLetter]: personal, held for a
///    person, or set aside, with a [ScreeningReason].
/// 4. *Check.* Once a day folder and database are compared by UID ([Reconciliation]).
///    [MailboxHealth] keeps the condition of each mailbox. [MailboxFlags] and [WriteBack] say what
///    is changed in the mailbox once a reply has left.
///
/// **Pauses.** After a failure a mailbox is left alone for a while. [RetrySignal] ends such pauses,
/// here and in `sending`: for a person, after a sign-in that succeeded elsewhere, or because
/// [ChangedPasswords] found another password. [MailboxAccounts] refuses a mailbox's name under
/// which another account stands now.
///
/// **The cursor.** UIDs only grow while UIDVALIDITY stays the same (RFC 9051 §2.3.1.1). Invariant:
/// every UID up to `lastUid` is kept, skipped as older than the first start, or noted as a gap.
///
/// **Example.** A folder has the UIDs 4, 5 and 7, and the server does not deliver 5. The batch has
/// the letters 4 and 7, the gap 5 and the cursor 7. The gap is asked for again until the letter is
/// kept or has left the folder.
///
/// **Standards.** RFC 9051 and 3501 (IMAP), RFC 2177 (IDLE), RFC 7628 and the XOAUTH2 mechanism
/// (sign-in, [OAuthTokens]), RFC 3834 and 5230 (automatic responses), RFC 3464 (delivery reports),
/// RFC 2369 and 2919 (lists).
///
/// **What can fail.** A mailbox that refuses or does not answer: shown in [MailboxHealth], retried
/// with growing pauses. A database that is full or away: nothing is kept, the cursor stays, the
/// folder is read again. A letter that cannot be parsed goes to a person as it came.
///
/// **Settings.** `postbag.mailboxes` in `config/application.yaml` ([MailboxSettings]).
@NullMarked
package org.postbag.intake;

import org.jspecify.annotations.NullMarked;
