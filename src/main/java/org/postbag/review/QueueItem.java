package org.postbag.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.email.Address;
import org.postbag.email.NamedAddress;
import org.postbag.email.ReplyThread;
import org.postbag.ledger.ReviewReason;
import org.postbag.ledger.State;
import org.postbag.matching.MatchSummary;
import org.postbag.reply.Enclosed;
import org.postbag.reply.Proposal;
import org.postbag.reply.Warning;

/// A letter in the queue with its draft, as it is shown and decided on.
///
/// @param version counts every change of the draft; a decision names the one that was seen
/// @param snippet the first 200 characters of what the writer wrote
/// @param topic the topic in force: the matcher's or a person's choice
/// @param campaign the number of the first letter of the campaign it belongs to
/// @param reason why a person must decide; empty when the draft simply waits
/// @param reply the reply that would leave
/// @param warnings what a person must have seen before it may
public record QueueItem(
    long letter,
    int version,
    State state,
    String mailbox,
    Instant received,
    Optional<NamedAddress> from,
    String subject,
    String snippet,
    String language,
    Optional<TopicId> topic,
    MatchSummary match,
    Optional<Long> campaign,
    Optional<ReviewReason> reason,
    Optional<Reply> reply,
    List<Warning> warnings,
    Instant updated) {
  /// Whom the reply goes to, where that is not the writer of the letter.
  public Optional<NamedAddress> elsewhere() {
    Optional<Address> writer = from.map(NamedAddress::address);
    return reply
        .map(Reply::to)
        .filter(to -> writer.filter(address -> address.sameAs(to.address())).isEmpty());
  }

  /// A proposed reply.
  ///
  /// @param text Markdown
  /// @param enclosed what leaves with it
  /// @param edited true once a person changed it
  /// @param byHand true when a person wrote it from nothing, or picked the standard reply by itself
  public record Reply(
      NamedAddress to,
      ReplyThread thread,
      String text,
      Optional<String> replyName,
      Optional<String> replyHash,
      Enclosed enclosed,
      boolean edited,
      boolean byHand) {
    /// As it is proposed.
    static Reply of(Proposal.Answer answer) {
      return new Reply(
          answer.to(),
          answer.thread(),
          answer.text(),
          Optional.of(answer.replyName()),
          Optional.of(answer.replyHash()),
          answer.enclosed(),
          false,
          false);
    }
  }
}
