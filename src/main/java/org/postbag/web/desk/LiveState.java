package org.postbag.web.desk;

import java.util.HashMap;
import java.util.Map;
import org.postbag.database.MailboxScope;

/// What every open page shows of the office, at one moment.
///
/// @param version grows with each state that differs from the one before it
/// @param letters grows with each move of a letter
/// @param counts by mailbox: how many letters are in each state, as `waiting`, and on each topic in
///   it, as `waiting/calais`
/// @param notices another word whenever the notices at the top of a page have changed
record LiveState(
    long version, long letters, Map<String, Map<String, Long>> counts, String notices) {
  /// The key of the letters in which somebody may need help.
  static final String HELP = "help";

  LiveState {
    counts = Map.copyOf(counts);
  }

  /// Whether a page that shows one of them need not change for the other.
  boolean isSameAs(LiveState other) {
    return letters == other.letters && counts.equals(other.counts) && notices.equals(other.notices);
  }

  /// The counts that somebody may see.
  Map<String, Long> counts(MailboxScope scope) {
    Map<String, Long> seen = new HashMap<>();
    counts.forEach((mailbox, ofMailbox) -> {
      if (scope.sees(mailbox)) {
        ofMailbox.forEach((key, n) -> seen.merge(key, n, Long::sum));
      }
    });
    seen.putIfAbsent(HELP, 0L);
    return seen;
  }

  /// What grows with each move of a letter. Who sees single mailboxes is not told how many moves
  /// there are in the others.
  long letters(MailboxScope scope) {
    return scope.isAll() ? letters : version;
  }

  LiveState numbered(long number) {
    return new LiveState(number, letters, counts, notices);
  }
}
