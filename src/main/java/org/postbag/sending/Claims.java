package org.postbag.sending;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Move;
import org.postbag.ledger.SendingReason;
import org.postbag.ledger.State;
import org.postbag.ledger.WithheldReason;
import org.postbag.review.Approval;
import org.postbag.review.DryRun;
import org.postbag.review.Releases;
import org.postbag.review.breaker.Breakers;

/// Takes replies for sending, in the transaction that the caller runs.
///
/// The order of the locks is always: the ledger's turn, the mailbox's row, the letter's state. The
/// letter is held before its approval is read, so that nobody can undo it, edit it and approve it
/// anew in between.
final class Claims {
  private final JdbcAttempts attempts;
  private final JdbcPauses pauses;
  private final Breakers breakers;
  private final Releases releases;
  private final Ledger ledger;
  private final FinalCheck finalCheck;
  private final Pacing pacing;
  private final UndoWindows undoWindows;
  private final DryRun dryRun;
  private final String node;

  Claims(
      JdbcAttempts attempts,
      JdbcPauses pauses,
      Breakers breakers,
      Releases releases,
      Ledger ledger,
      FinalCheck finalCheck,
      Pacing pacing,
      UndoWindows undoWindows,
      DryRun dryRun,
      String node) {
    this.attempts = attempts;
    this.pauses = pauses;
    this.breakers = breakers;
    this.releases = releases;
    this.ledger = ledger;
    this.finalCheck = finalCheck;
    this.pacing = pacing;
    this.undoWindows = undoWindows;
    this.dryRun = dryRun;
    this.node = node;
  }

  Claim take(FinalCheck.Inspected inspected, Instant now) {
    Approval seen = inspected.approval();
    attempts.lockLane(seen.mailbox());
    if (dryRun.isOn()) {
      return new Claim.Refused(seen, SendingReason.STOPPED);
    }
    if (isPaused(seen)) {
      return new Claim.Refused(seen, SendingReason.PAUSED);
    }
    if (isBroken(seen)) {
      return new Claim.Refused(seen, SendingReason.BREAKER);
    }
    if (!pacing.allowsOne(seen.mailbox())) {
      return new Claim.Refused(seen, SendingReason.PACE);
    }
    if (!ledger.lockRow(seen.letter(), State.APPROVED)) {
      return new Claim.Refused(seen, SendingReason.NOT_APPROVED);
    }
    Optional<Approval> current = releases.current(seen.letter());
    boolean same = current.isPresent() && current.get().id() == seen.id();
    if (!same || current.get().releaseAt().isAfter(now) || undoWindows.isOpen(current.get(), now)) {
      return new Claim.Refused(seen, SendingReason.APPROVED_ANEW);
    }
    return checked(current.get(), inspected, now);
  }

  private Claim checked(Approval approval, FinalCheck.Inspected seen, Instant now) {
    Optional<WithheldReason> objection = finalCheck.objection(approval, seen);
    if (objection.isPresent()) {
      releases.withdraw(
          approval.letter(), State.APPROVED, objection.get(), finalCheck.currentReply(approval));
      return new Claim.Refused(approval, objection.get());
    }
    if (!breakers.admitsReply(approval.to().address(), approval.letter())) {
      return new Claim.Refused(approval, SendingReason.BREAKER);
    }
    Move move =
        new Move(
            approval.letter(), State.APPROVED, State.SENDING, Actor.POSTBAG, SendingReason.CLAIMED);
    if (!ledger.move(move)) {
      throw new IllegalStateException("letter " + approval.letter() + " was held and moved");
    }
    releases.taken(approval);
    JdbcAttempts.Tries before = attempts.tries(approval.id(), now);
    long attempt = attempts.begin(approval, node, now);
    return new Claim.Taken(attempt, approval, before.count() + 1, before.first(), now);
  }

  private boolean isPaused(Approval approval) {
    List<Pause> all = pauses.all();
    return all.stream().anyMatch(pause -> reaches(pause.scope(), approval));
  }

  private boolean isBroken(Approval approval) {
    return breakers.anyOpen()
        && breakers.stopsSending(
            approval.mailbox(), releases.topicOf(approval.letter()), approval.to().address());
  }

  private boolean reaches(Pause.Scope scope, Approval approval) {
    return switch (scope) {
      case Pause.Scope.All _ -> true;
      case Pause.Scope.Mailbox(String name) -> name.equals(approval.mailbox());
      case Pause.Scope.Topic(var topic) ->
          releases.topicOf(approval.letter()).equals(Optional.of(topic));
    };
  }

  /// What a program that is gone left under way: perhaps accepted, perhaps not.
  int giveUpAbandoned(Instant now, Instant stale) {
    List<Attempt> abandoned = attempts.abandoned(node, stale);
    for (Attempt attempt : abandoned) {
      attempts.end(
          attempt.id(), now, Attempt.Outcome.UNCLEAR, 0, "Postbag stopped meanwhile", null);
      ledger.move(
          new Move(
              attempt.letter(),
              State.SENDING,
              State.UNCLEAR,
              Actor.POSTBAG,
              SendingReason.STOPPED));
    }
    return abandoned.size();
  }
}
