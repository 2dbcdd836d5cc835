package org.postbag.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.postbag.email.MessageId;
import org.postbag.reply.Proposal;
import org.postbag.reply.Warning;
import org.postbag.reply.WarningKind;

/// What the office's own records say about a letter before it is drafted for.
///
/// @param lettersInADay other letters of the writer in the 24 hours before
/// @param answered whether the writer had a reply on that topic, or one waits
/// @param followsOurs whether it refers to a reply of ours
/// @param newReply whether the text that would leave is a new one
record History(long lettersInADay, boolean answered, boolean followsOurs, boolean newReply) {
  /// @param topic of the reply; null for none
  /// @param references the ids that the letter refers to
  /// @param answer the reply that would leave, if there is one
  static History of(
      JdbcHistory rows,
      JdbcHistory.Subject subject,
      @Nullable TopicId topic,
      List<MessageId> references,
      Optional<Proposal.Answer> answer) {
    return new History(
        rows.lettersInADay(subject),
        answer.isPresent() && rows.isAnswered(subject, topic),
        rows.isOurs(references),
        answer.filter(rows::isNew).isPresent());
  }

  boolean isFlood(ReviewSettings settings) {
    return lettersInADay >= settings.floodLimit();
  }

  /// Warned half-way to the limit after which no more drafts are made: what is many is the office's
  /// own word.
  private boolean isMany(ReviewSettings settings) {
    return 2 * lettersInADay >= settings.floodLimit();
  }

  /// These warnings among those of the letter itself, the gravest first.
  List<Warning> addTo(List<Warning> warnings, ReviewSettings settings) {
    List<Warning> all = new ArrayList<>(warnings);
    add(all, answered, WarningKind.ANSWERED_BEFORE);
    add(all, followsOurs, WarningKind.FOLLOW_UP);
    add(all, isMany(settings), WarningKind.MANY_LETTERS);
    add(all, newReply, WarningKind.REPLY_NEW);
    return WarningKind.inOrder(all);
  }

  private static void add(List<Warning> all, boolean holds, WarningKind kind) {
    if (holds) {
      all.add(kind.warning());
    }
  }
}
