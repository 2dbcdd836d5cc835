package org.postbag.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.postbag.email.NamedAddress;
import org.postbag.ledger.ReviewReason;
import org.postbag.review.QueueItem;
import org.postbag.sending.Refusal;

/// A letter as the API lists it.
///
/// @param version to be named in every decision
/// @param also a second topic that the letter is about as well
/// @param campaign the number of the first letter of the campaign it belongs to
/// @param reason why a person must decide, or why the reply has not left, a short stable word;
///   empty when the draft simply waits
/// @param warnings what an approval must name
/// @param answer the mail server's answer in full, for a reply that it has not taken
/// @param nextTry when such a reply is tried again
record MessageJson(
    long id,
    int version,
    String state,
    String mailbox,
    Instant received,
    @Nullable String from,
    @Nullable String fromName,
    String subject,
    String snippet,
    String language,
    @Nullable String topic,
    double probability,
    @Nullable String runnerUp,
    @Nullable String also,
    @Nullable Long campaign,
    String reason,
    @Nullable String answer,
    @Nullable Instant nextTry,
    @Nullable ReplyJson reply,
    List<WarningJson> warnings,
    Instant updated) {
  /// The reply that would leave, or left.
  record ReplyJson(
      String to, String subject, String text, @Nullable String replyName, boolean edited) {
    static ReplyJson of(QueueItem.Reply reply) {
      return new ReplyJson(
          reply.to().address().toString(),
          reply.thread().subject(),
          reply.text(),
          reply.replyName().orElse(null),
          reply.edited());
    }
  }

  static MessageJson of(QueueItem item, Optional<Refusal> refusal) {
    return new MessageJson(
        item.letter(),
        item.version(),
        item.state().label(),
        item.mailbox(),
        item.received(),
        item.from().map(from -> from.address().toString()).orElse(null),
        item.from().map(NamedAddress::name).orElse(null),
        item.subject(),
        item.snippet(),
        item.language(),
        item.topic().map(TopicId::value).orElse(null),
        item.match().probability(),
        item.match().runnerUp().map(TopicId::value).orElse(null),
        item.match().also().map(TopicId::value).orElse(null),
        item.campaign().orElse(null),
        item.reason()
            .map(ReviewReason::word)
            .or(() -> refusal.map(because -> because.reason().word()))
            .orElse(""),
        refusal.map(Refusal::words).orElse(null),
        refusal.flatMap(Refusal::next).orElse(null),
        item.reply().map(ReplyJson::of).orElse(null),
        item.warnings().stream().map(WarningJson::of).toList(),
        item.updated());
  }
}
