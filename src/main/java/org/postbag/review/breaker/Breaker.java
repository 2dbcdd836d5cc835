package org.postbag.review.breaker;

import java.time.Instant;
import java.util.Locale;
import org.postbag.database.MailboxScope;

/// Something that Postbag stopped by itself.
///
/// @param count how many there were when it stopped
public record Breaker(long id, BreakerScope scope, Cause cause, int count, Instant since) {
  /// What there was too much of.
  public enum Cause {
    DRAFTS,
    REPLIES,
    CONVERSATION,
    BOUNCES;

    /// The stable word in the database and the API.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Cause of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /// Whether drafting stops; else what is approved does not leave.
  public boolean stopsDrafting() {
    return cause == Cause.DRAFTS;
  }

  /// Why, in one sentence.
  public String sentence() {
    return switch (cause) {
      case DRAFTS -> "%,d drafts were made in an hour, many more than usual.".formatted(count);
      case REPLIES -> "It has had %,d replies within a day.".formatted(count);
      case CONVERSATION ->
          "It has had %,d replies, and its letters answer them: perhaps two machines write to each"
                  .formatted(count)
              + " other.";
      case BOUNCES -> "%,d of the replies of one day did not arrive.".formatted(count);
    };
  }

  /// Whether it is shown under that scope: a topic's and a person's letters are in any mailbox.
  public boolean isIn(MailboxScope seen) {
    return seen.isAll() || (scope instanceof BreakerScope.Mailbox(String name) && seen.sees(name));
  }
}
