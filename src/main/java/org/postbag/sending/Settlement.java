package org.postbag.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.postbag.database.Database;
import org.postbag.email.MessageId;
import org.postbag.intake.MailboxFlags;
import org.postbag.intake.MailboxFlags.Search;
import org.postbag.intake.MailboxFlags.Sign;
import org.postbag.intake.SentReply;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Move;
import org.postbag.ledger.SendingReason;
import org.postbag.ledger.State;
import org.postbag.review.Approval;
import org.postbag.review.DryRun;
import org.postbag.review.Filter;
import org.postbag.review.QueueItem;
import org.postbag.review.Releases;
import org.postbag.review.ReviewQueue;
import org.postbag.review.breaker.Breakers;

/// Finds out what became of replies whose answer was never seen: by the Sent folder, by a bounce,
/// or by a person's word. None of these is sent again by itself.
public final class Settlement {
  /// What is known about such a reply.
  ///
  /// @param attempts all tries, with the server's words
  /// @param lastLook what the Sent folder said; empty before the first look since the program began
  public record Evidence(List<Attempt> attempts, Optional<Look> lastLook) {}

  /// One look into the Sent folder.
  public record Look(Instant at, Search found) {}

  private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

  /// So long after our connection was lost a provider may have filed its copy.
  private static final Duration LATE = Duration.ofMinutes(30);

  private final JdbcAttempts attempts;
  private final JdbcRefusedAddresses refusals;
  private final Releases releases;
  private final Breakers breakers;
  private final ReviewQueue queue;
  private final Ledger ledger;
  private final MailboxFlags marks;
  private final InstantSource clock;
  private final DryRun dryRun;
  private final Map<Long, Look> looks = new ConcurrentHashMap<>();

  public Settlement(
      Database database,
      Ledger ledger,
      ReviewQueue queue,
      MailboxFlags marks,
      InstantSource clock) {
    this.attempts = new JdbcAttempts(database);
    this.refusals = new JdbcRefusedAddresses(database);
    this.releases = new Releases(database, ledger);
    this.breakers = new Breakers(database, ledger, clock);
    this.queue = queue;
    this.ledger = ledger;
    this.marks = marks;
    this.clock = clock;
    this.dryRun = new DryRun(database, ledger, clock);
  }

  /// Looks for every unclear reply in its Sent folder; one that stands there was sent. One that
  /// does not stand there stays unclear: the copy may come late, or never. May be called at any
  /// time; each reply is looked for at once, and then every ten minutes.
  public void searchSentFolder() {
    for (QueueItem item : queue.page(Filter.in(State.UNCLEAR, Filter.MOST))) {
      releases.current(item.letter()).ifPresent(this::look);
    }
  }

  private void look(Approval approval) {
    Look last = looks.get(approval.letter());
    if (last != null && last.at().plus(LOOK_AGAIN).isAfter(clock.instant())) {
      return;
    }
    Search found = search(approval);
    looks.put(approval.letter(), new Look(clock.instant(), found));
    if (found instanceof Search.Found(Sign by)) {
      settle(approval.letter(), State.SENT, Actor.POSTBAG, why(by));
    }
  }

  /// A copy that is known by recipient, subject and time alone proves nothing where another reply
  /// of ours, to the same person, may be the one that stands there, or where no try tells the time.
  private Search search(Approval approval) {
    Optional<Attempt> last =
        attempts.of(approval.letter()).stream()
            .filter(attempt -> attempt.outcome() == Attempt.Outcome.UNCLEAR)
            .reduce((_, later) -> later);
    // Without an attempt of ours it left, if it did, at some time after the approval.
    Instant from = last.map(Attempt::claimed).orElse(approval.at());
    Instant until = last.flatMap(Attempt::ended).orElse(from).plus(LATE);
    SentReply reply =
        new SentReply(
            approval.messageId(),
            Composer.mark(approval),
            approval.to().address(),
            approval.thread().subject(),
            from,
            until);
    Search found = marks.findSent(approval.mailbox(), reply);
    boolean weak = found.equals(new Search.Found(Sign.RECIPIENT_SUBJECT_TIME));
    return weak
            && (last.isEmpty() || attempts.hasTwin(approval, from.minus(LATE), until.plus(LATE)))
        ? new Search.Missing()
        : found;
  }

  private static SendingReason why(Sign by) {
    return switch (by) {
      case MESSAGE_ID -> SendingReason.FOUND_IN_SENT;
      case MARK -> SendingReason.FOUND_IN_SENT_BY_MARK;
      case RECIPIENT_SUBJECT_TIME -> SendingReason.FOUND_IN_SENT_BY_RECIPIENT_SUBJECT_TIME;
    };
  }

  /// What speaks for and against a reply's having left.
  public Evidence evidence(long letter) {
    return new Evidence(attempts.of(letter), Optional.ofNullable(looks.get(letter)));
  }

  /// The reply's copy was just seen in the folder of sent mail; that folder is looked into again
  /// later.
  void saw(long letter, Search found) {
    looks.put(letter, new Look(clock.instant(), found));
  }

  /// Looks again at once where a look failed.
  ///
  /// @return whether one had
  public boolean endPause() {
    return looks.values().removeIf(look -> look.found() instanceof Search.Unknown);
  }

  /// A person knows that it was sent.
  ///
  /// @return false when the letter is not unclear
  public boolean wasSent(long letter, Actor by) {
    return settle(letter, State.SENT, by, SendingReason.WAS_SENT);
  }

  /// A person wants it sent again, under the same Message-ID, so that a mail program which gets it
  /// twice can tell. In a dry run that is practice.
  public boolean sendAgain(long letter, Actor by) {
    return ledger.inTurn(() -> {
      State to = dryRun.isOn() ? State.PRACTISED : State.APPROVED;
      boolean moved = settle(letter, to, by, SendingReason.SEND_AGAIN);
      if (moved) {
        releases.postpone(letter, clock.instant());
      }
      return moved;
    });
  }

  /// A person lets it rest.
  public boolean close(long letter, Actor by) {
    return settle(letter, State.CLOSED, by, SendingReason.CLOSED_UNCLEAR);
  }

  private boolean settle(long letter, State to, Actor by, SendingReason why) {
    boolean moved = ledger.move(new Move(letter, State.UNCLEAR, to, by, why));
    if (moved) {
      looks.remove(letter);
    }
    return moved;
  }

  /// A delivery report (RFC 3464) says that a reply of ours did not arrive: it fails, and its
  /// address is not written to again without a person.
  ///
  /// @param reply the Message-ID that the report names
  /// @param words the report's diagnosis
  /// @return the letter that the reply answered; empty when the reply is none of ours
  public Optional<Long> bounced(MessageId reply, String words) {
    return releases.of(reply).map(approval -> bounced(approval, words));
  }

  private long bounced(Approval approval, String words) {
    long letter = approval.letter();
    ledger.doInTurn(() -> {
      refusals.add(approval.to().address(), letter, words, clock.instant());
      if (fails(letter, State.SENT) || fails(letter, State.UNCLEAR)) {
        breakers.bounced(approval.mailbox(), releases.topicOf(letter));
      }
    });
    return letter;
  }

  private boolean fails(long letter, State from) {
    return ledger.move(new Move(letter, from, State.FAILED, Actor.POSTBAG, SendingReason.BOUNCED));
  }
}
