/// Sends approved replies: claims each one durably, hands it to SMTP at most once, records the
/// result.
///
/// **The way of a reply.** [Dispatch] shows it in one method:
///
/// 1. *Due.* [DueReplies] selects the approved replies that may leave now: not paused ([Pauses]),
///    within [OfficeHours], within the mailbox's [RateLimit] ([Pacing]). [MailboxQueue] remembers
///    what was handed to workers, so that nothing is handed out twice.
/// 2. *Permit.* A [Permit] is the reservation and one connection of the mailbox. Closing it frees
///    both, on every path.
/// 3. *Claim.* [Claims] takes the locks in a fixed order, checks that the reply is still what was
///    approved ([FinalCheck]) and writes the attempt. [Claim.Taken] means that the claim is on
///    disk; only then may the server hear of the reply.
/// 4. *Send.* [SmtpSender] composes the message ([Composer], [Quotation]) and speaks SMTP
///    ([org.postbag.sending.smtp]). Every outcome is a [Delivery], never an exception.
/// 5. *Record.* [AttemptResults] writes the result and the letter's new state in one transaction.
///    [Retries] says when a deferred reply is tried again. While the database cannot take a result,
///    [Outbox] keeps it and nothing else leaves.
///
/// After a start, [StartupCheck] first asks each mailbox which replies have left already: the
/// database may be an older copy.
///
/// Afterwards [SentBookkeeping] files the copy and sets `\Answered`, and [Settlement] finds out
/// what became of replies whose answer was never seen. [Bounces] applies delivery reports, and
/// [RefusedAddresses] remembers addresses that were refused. [DepartureForecast] tells the desk
/// when approved replies will have left.
///
/// **At most once.** If the connection is lost after the final dot, the server may or may not have
/// accepted the message (RFC 1047). Such a reply becomes `unclear` and is never sent again by
/// itself; the same holds for a claim that an ended process left open ([Outbox#recover]), and for
/// an approved reply which, after a start, the mailbox shows as answered ([StartupCheck]).
///
/// **Limits.** An attempt counts against a limit from its claim until its end plus the window, so
/// that by the server's clock, too, the limit is never exceeded. The pause before a retry grows
/// with the number of tries, up to [Retries.longest][Retries#longest], with random jitter.
///
/// **Standards.** RFC 5321 (SMTP), RFC 4954 (AUTH), RFC 3207 (STARTTLS), RFC 8314 (TLS), RFC 3463
/// (status codes), RFC 3464 (delivery reports), RFC 1047 (the gap between the final dot and the
/// answer).
///
/// **What can fail.** A 4yz reply, or a connection lost before the end of DATA: the reply is
/// approved again, and retried. A 5yz reply: failed, with the server's words. No answer after the
/// end of DATA: unclear. [Refusals] tells the server's own words. A server that cannot be reached
/// closes its mailbox's queue for a while ([SendingOutage]).
///
/// **Example.** `451 4.7.1 greylisted` is a deferral: the same reply leaves again after the first
/// pause of [Retries], under the same Message-ID. A power cut between claim and answer leaves the
/// reply unclear; once its copy is found in the Sent folder, [Settlement] records it as sent.
///
/// **Settings.** `postbag.sending` in `config/application.yaml` ([SendingSettings]), and `pace`,
/// `per-minute`, `per-day` and `connections` of each mailbox.
@NullMarked
package org.postbag.sending;

import org.jspecify.annotations.NullMarked;
