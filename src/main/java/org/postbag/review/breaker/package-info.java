/// Circuit breakers: what stops by itself when there is far too much of it, until a person lets it
/// go on.
///
/// **What trips one** ([Breaker.Cause]):
///
/// - *Drafts.* A mailbox or a topic gets more drafts in an hour than [DraftRate] allows. Letters go
///   to a person without being ready to approve, until somebody lets drafting go on.
/// - *Replies.* A recipient would get a fourth reply within a day. Where the reply goes counts, not
///   who wrote: one foreign Reply-To under many letters is one recipient.
/// - *Conversation.* Letters that answer our replies come from one address, and it had three
///   replies: perhaps two automatic responders answer each other (RFC 3834 §2 asks both to prevent
///   it; not all do).
/// - *Bounces.* Too many of a topic's or a mailbox's replies come back ([BounceRate]).
///
/// Where one is open, nothing leaves there (and for drafts, nothing is drafted): what is approved
/// stays approved. All of it is in the database, and so outlives a restart and holds on every node.
/// An ended one stays in the table `breaker` with who ended it.
///
/// **Cost.** A draft writes two counters; a claim reads one index entry and counts at most three.
@NullMarked
package org.postbag.review.breaker;

import org.jspecify.annotations.NullMarked;
