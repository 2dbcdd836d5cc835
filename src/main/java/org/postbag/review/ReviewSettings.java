package org.postbag.review;

import java.time.Duration;
import java.util.Map;
import org.postbag.email.NamedAddress;

/// How decisions are held.
///
/// @param undoWindow how long an approved reply stays before it may leave, default 60 s
/// @param repeatAfter a person gets a topic's standard reply once in this time, default 30 days;
///   after that, or for a letter that comes sooner, a person decides
/// @param floodLimit letters of one writer, or for one recipient, in 24 hours after which no more
///   drafts are made
/// @param draftLimit so many drafts of a mailbox or topic in an hour are never too many; see
///   [org.postbag.review.breaker]
/// @param senders the address that replies of each mailbox come from
public record ReviewSettings(
    Duration undoWindow,
    Duration repeatAfter,
    int floodLimit,
    int draftLimit,
    Map<String, NamedAddress> senders) {
  public static final int DRAFT_LIMIT = 200;

  /// With the usual limit of drafts.
  public ReviewSettings(
      Duration undoWindow,
      Duration repeatAfter,
      int floodLimit,
      Map<String, NamedAddress> senders) {
    this(undoWindow, repeatAfter, floodLimit, DRAFT_LIMIT, senders);
  }

  public ReviewSettings {
    senders = Map.copyOf(senders);
    if (undoWindow.isNegative()) {
      throw new IllegalArgumentException("an undo window lasts 0 s or longer, not " + undoWindow);
    }
  }
}
