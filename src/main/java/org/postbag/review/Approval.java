package org.postbag.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postbag.email.MessageId;
import org.postbag.email.NamedAddress;
import org.postbag.email.ReplyThread;
import org.postbag.reply.Enclosed;
import org.postbag.reply.Warning;

/// A person's word that exactly this reply may leave.
///
/// @param id number of the approval
/// @param letter the letter it answers
/// @param mailbox the mailbox it leaves through, a name under `postbag.mailboxes`
/// @param actor who approved
/// @param at when
/// @param releaseAt until then it can be undone
/// @param hash SHA-256 of everything that leaves, see [ReplyHash]
/// @param messageId made once, at approval
/// @param text Markdown
/// @param replyName the standard reply that it was made from, if any
/// @param replyHash which version of it
/// @param enclosed what leaves with the text, under the hash too
/// @param warnings what the approver had seen and named, under the hash too
public record Approval(
    long id,
    long letter,
    String mailbox,
    String actor,
    Instant at,
    Instant releaseAt,
    String hash,
    MessageId messageId,
    NamedAddress from,
    NamedAddress to,
    ReplyThread thread,
    String text,
    Optional<String> replyName,
    Optional<String> replyHash,
    Enclosed enclosed,
    List<Warning> warnings) {}
