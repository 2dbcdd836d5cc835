package org.postbag.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.MessageId;
import org.postbag.email.NamedAddress;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.ReviewReason;
import org.postbag.reply.Draft;
import org.postbag.reply.Proposal;
import org.postbag.review.breaker.Breakers;

/// How often somebody is answered. Each limit counts the writer of a letter and, besides, the
/// person whom its reply goes to: many letters under different names with one Reply-To are one
/// recipient.
final class DraftLimits {
  private static final Duration FLOOD_PERIOD = Duration.ofHours(24);

  private final JdbcContacts contacts;
  private final JdbcApprovals approvals;
  private final Breakers breakers;
  private final ReviewSettings settings;

  DraftLimits(Database database, Breakers breakers, ReviewSettings settings) {
    this.contacts = new JdbcContacts(database);
    this.approvals = new JdbcApprovals(database);
    this.breakers = breakers;
    this.settings = settings;
  }

  /// Why that answer is not simply made ready: one standard reply for one person, topic and period
  /// (RFC 5230 §4.2 has the like), and none at all for one who floods or answers every reply.
  Optional<ReviewReason> objection(Draft draft, Proposal.Answer answer) {
    Address recipient = answer.to().address();
    JdbcHistory.Subject subject =
        new JdbcHistory.Subject(
            draft.kept().id(),
            draft.letter().from().map(NamedAddress::address),
            draft.kept().received());
    Address writer = subject.writer().orElse(recipient);
    if (isFlood(draft, writer, recipient)) {
      return Optional.of(DraftReason.FLOOD);
    }
    if (isConversation(draft, recipient)) {
      return Optional.of(DraftReason.CONVERSATION);
    }
    if (approvals.isOurs(references(draft.letter()))) {
      return Optional.of(DraftReason.FOLLOW_UP);
    }
    return isAnswered(subject, draft.match().topic().orElse(null), answer)
        ? Optional.of(DraftReason.ANSWERED_BEFORE)
        : Optional.empty();
  }

  private boolean isFlood(Draft draft, Address writer, Address recipient) {
    Instant since = draft.kept().received().minus(FLOOD_PERIOD);
    int limit = settings.floodLimit();
    return contacts.lettersFrom(writer, since, limit) >= limit
        || contacts.lettersFor(recipient, since, limit) >= limit;
  }

  /// Whether the writer, or the person whom the reply goes to, has had one on that topic, or one
  /// waits.
  boolean isAnswered(JdbcHistory.Subject subject, @Nullable TopicId topic, Proposal.Answer answer) {
    Address recipient = answer.to().address();
    Instant since = subject.received().minus(settings.repeatAfter());
    return contacts.isAnswered(subject.writer().orElse(recipient), topic, since, subject.letter())
        || contacts.hasReply(recipient, topic, since, subject.letter());
  }

  /// The letter answers one of our replies, and there were several: RFC 3834 §2 warns of two
  /// responders that answer each other.
  private boolean isConversation(Draft draft, Address recipient) {
    Instant since = draft.kept().received().minus(settings.repeatAfter());
    return approvals.isOurs(references(draft.letter()))
        && breakers.isConversation(
            recipient, approvals.repliesTo(recipient, since, Breakers.REPLIES_A_DAY));
  }

  /// The letters that this one refers to or answers (RFC 5322 §3.6.4).
  static List<MessageId> references(Letter letter) {
    return Stream.concat(letter.references().stream(), letter.inReplyTo().stream()).toList();
  }
}
