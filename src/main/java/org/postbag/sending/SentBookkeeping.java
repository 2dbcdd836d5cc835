package org.postbag.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.postbag.database.Database;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.LetterStore;
import org.postbag.intake.MailboxFlags;
import org.postbag.intake.MailboxFlags.Outcome;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.WithheldReason;
import org.postbag.review.Approval;
import org.postbag.review.Releases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a sent reply leaves behind in the mailbox: its copy in the Sent folder, and `\Answered` on
/// the letter. Made after the reply is recorded as sent, and tried again until it is made.
public final class SentBookkeeping {
  private static final Logger log = LoggerFactory.getLogger(SentBookkeeping.class);
  private static final int AT_ONCE = 20;
  private static final int MOST_TRIES = 30;

  private final Database database;
  private final JdbcSentBookkeeping rows;
  private final JdbcAttempts attempts;
  private final Releases releases;
  private final LetterStore letters;
  private final MailboxFlags marks;
  private final BiFunction<Approval, Instant, Composed> compose;
  private final InstantSource clock;

  /// Makes the room's door for the mailbox's side of sending.
  ///
  /// @param compose the same as the sender's, so that the copy is what left
  public SentBookkeeping(
      Database database,
      Ledger ledger,
      LetterStore letters,
      MailboxFlags marks,
      BiFunction<Approval, Instant, Composed> compose,
      InstantSource clock) {
    this.database = database;
    this.rows = new JdbcSentBookkeeping(database);
    this.attempts = new JdbcAttempts(database);
    this.releases = new Releases(database, ledger);
    this.letters = letters;
    this.marks = marks;
    this.compose = compose;
    this.clock = clock;
  }

  /// Writes to the mailboxes what is due, some at a time.
  public void writeBack() {
    rows.due(clock.instant(), AT_ONCE).forEach(this::tryToMake);
  }

  /// One that cannot be made stops none of the others.
  private void tryToMake(JdbcSentBookkeeping.Trace trace) {
    try {
      writeDue(trace);
    } catch (RuntimeException e) {
      log.error("The traces of letter {} cannot be made now", trace.letter(), e);
      later(trace);
    }
  }

  /// Tries at once what could not be written into the mailbox so far.
  ///
  /// @return whether anything waited
  public boolean endPause(String mailbox) {
    return database.inTransaction(() -> rows.hasten(mailbox, clock.instant())) > 0;
  }

  private void later(JdbcSentBookkeeping.Trace trace) {
    Instant next = clock.instant().plus(pause(trace.tries()));
    database.doInTransaction(() -> rows.later(trace.letter(), next));
  }

  private void writeDue(JdbcSentBookkeeping.Trace trace) {
    List<Outcome> outcomes =
        releases.current(trace.letter()).map(this::leave).orElse(List.of(new Outcome.Gone()));
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Later(String why) && trace.tries() < MOST_TRIES) {
        log.debug("The traces of letter {} are tried again: {}", trace.letter(), why);
        later(trace);
        return;
      }
      if (outcome instanceof Outcome.Refused(String why)) {
        log.warn("The mailbox refuses a trace of letter {}: {}", trace.letter(), why);
      }
    }
    database.doInTransaction(() -> rows.done(trace.letter()));
  }

  private List<Outcome> leave(Approval approval) {
    Outcome copy =
        attempts.accepted(approval.id()).map(at -> file(approval, at)).orElse(new Outcome.Gone());
    Optional<KeptLetter> letter = letters.find(approval.letter());
    Outcome mark = letter.map(l -> marks.answered(l.uid())).orElse(new Outcome.Gone());
    return List.of(copy, mark);
  }

  /// A copy that would not be what left is none.
  private Outcome file(Approval approval, Instant at) {
    return switch (compose.apply(approval, at)) {
      case Composed.Message message ->
          marks.fileCopy(approval.mailbox(), approval.messageId(), message.bytes());
      case Composed.Withheld(WithheldReason why) ->
          new Outcome.Refused("no copy in Sent: " + why.word());
    };
  }

  /// A minute, doubling up to four hours.
  private static Duration pause(int tries) {
    return Duration.ofMinutes(Math.min(240, 1L << Math.min(tries, 8)));
  }
}
