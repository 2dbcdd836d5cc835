package org.postbag.review;

import java.util.ArrayList;
import java.util.List;
import org.postbag.reply.Warning;
import org.postbag.reply.WarningKind;

/// What the office's own records say about a letter before it is drafted for.
///
/// @param lettersInADay other letters of the writer in the 24 hours before, counted to the limit of
///   a flood
/// @param answered whether the writer had a reply on that topic, or one waits
/// @param followsOurs whether it refers to a reply of ours
/// @param newReply whether the text that would leave is a new one
record WriterHistory(int lettersInADay, boolean answered, boolean followsOurs, boolean newReply) {
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
