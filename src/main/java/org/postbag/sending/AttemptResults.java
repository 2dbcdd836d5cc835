package org.postbag.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.StandardReply;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Move;
import org.postbag.ledger.Reason;
import org.postbag.ledger.SendingReason;
import org.postbag.ledger.SmtpFailure;
import org.postbag.ledger.SmtpFailure.Kind;
import org.postbag.ledger.State;
import org.postbag.ledger.WithheldReason;
import org.postbag.review.Releases;
import org.postbag.review.breaker.Breakers;
import org.postbag.sending.Attempt.Outcome;
import org.postbag.sending.smtp.Answer;

/// Writes what became of a claim: the attempt's end and the letter's state, in the transaction that
/// the caller runs.
final class AttemptResults {
  private final JdbcAttempts attempts;
  private final JdbcRefusedAddresses refusals;
  private final JdbcSentBookkeeping traces;
  private final Releases releases;
  private final Breakers breakers;
  private final Ledger ledger;
  private final Retries retries;

  AttemptResults(
      JdbcAttempts attempts,
      JdbcRefusedAddresses refusals,
      JdbcSentBookkeeping traces,
      Releases releases,
      Breakers breakers,
      Ledger ledger,
      Retries retries) {
    this.attempts = attempts;
    this.refusals = refusals;
    this.traces = traces;
    this.releases = releases;
    this.breakers = breakers;
    this.ledger = ledger;
    this.retries = retries;
  }

  /// Writes the end of that claim.
  ///
  /// @param closedUntil when the mailbox is tried again, for an answer that closes it
  /// @return the state in which the letter is now
  State write(Claim.Taken claim, Answer answer, Instant closedUntil, Instant now) {
    return switch (answer) {
      case Answer.Accepted(String words) -> accepted(claim, words, now);
      case Answer.Deferred(int code, String words, Optional<Duration> wait) -> {
        Duration pause = retries.after(claim.tries(), ThreadLocalRandom.current());
        Instant next = now.plus(wait.filter(w -> w.compareTo(pause) > 0).orElse(pause));
        yield again(claim, new SmtpFailure(Kind.DEFERRED, code), words, next, now);
      }
      case Answer.Unreached(int code, String words, _) ->
          again(claim, new SmtpFailure(Kind.UNREACHED, code), words, closedUntil, now);
      case Answer.SignInRefused(int code, String words) -> {
        end(claim, Outcome.UNREACHED, code, words, closedUntil, now);
        yield back(claim, SendingReason.SIGN_IN_REFUSED, closedUntil);
      }
      case Answer.SenderRefused(int code, String words) ->
          again(claim, SendingReason.SENDER_REFUSED, code, words, closedUntil, now);
      case Answer.Rejected rejected -> rejected(claim, rejected, now);
      case Answer.Unclear(String words) -> {
        end(claim, Outcome.UNCLEAR, 0, words, null, now);
        yield move(claim, State.UNCLEAR, SendingReason.NO_ANSWER);
      }
    };
  }

  /// Nothing of it left, and it goes back to a person.
  ///
  /// @param current the standard reply as it is now
  State withheld(
      Claim.Taken claim, WithheldReason why, Optional<StandardReply> current, Instant now) {
    end(claim, Outcome.UNREACHED, 0, why.word(), null, now);
    releases.withdraw(claim.approval().letter(), State.SENDING, why, current);
    return ledger.state(claim.approval().letter());
  }

  /// Also for a claim that was taken for lost in the meantime: now its end is known.
  private State accepted(Claim.Taken claim, String words, Instant now) {
    if (!attempts.end(claim.attempt(), now, Outcome.ACCEPTED, 250, words, null)) {
      attempts.correct(claim.attempt(), Outcome.ACCEPTED, words);
      ledger.move(
          new Move(
              claim.approval().letter(),
              State.UNCLEAR,
              State.SENT,
              Actor.POSTBAG,
              SendingReason.LATE));
    }
    traces.add(claim.approval().letter(), now);
    return move(claim, State.SENT, SendingReason.ACCEPTED);
  }

  private State again(Claim.Taken claim, SmtpFailure why, String words, Instant next, Instant now) {
    return again(claim, why, why.code(), words, next, now);
  }

  /// Until the reply has been tried for as long as the settings allow.
  private State again(
      Claim.Taken claim, Reason why, int code, String words, Instant next, Instant now) {
    Outcome outcome =
        why instanceof SmtpFailure(Kind kind, _) && kind == Kind.DEFERRED
            ? Outcome.DEFERRED
            : Outcome.UNREACHED;
    if (claim.first().plus(retries.giveUp()).isBefore(next)) {
      end(claim, outcome, code, words, null, now);
      return move(claim, State.FAILED, SendingReason.GAVE_UP);
    }
    end(claim, outcome, code, words, next, now);
    return back(claim, why, next);
  }

  private State back(Claim.Taken claim, Reason why, Instant next) {
    State state = move(claim, State.APPROVED, why);
    if (state == State.APPROVED) {
      releases.postpone(claim.approval().letter(), next);
    }
    return state;
  }

  private State rejected(Claim.Taken claim, Answer.Rejected answer, Instant now) {
    end(claim, Outcome.REJECTED, answer.code(), answer.words(), null, now);
    if (answer.addressAtFault()) {
      refusals.add(claim.approval().to().address(), claim.approval().letter(), answer.words(), now);
      breakers.bounced(claim.approval().mailbox(), releases.topicOf(claim.approval().letter()));
    }
    return move(claim, State.FAILED, new SmtpFailure(Kind.REJECTED, answer.code()));
  }

  private void end(
      Claim.Taken claim,
      Outcome outcome,
      int code,
      String words,
      @Nullable Instant next,
      Instant now) {
    attempts.end(claim.attempt(), now, outcome, code, words, next);
  }

  /// The server's words stay in the attempt: the ledger outlives erasure, and they may name people.
  private State move(Claim.Taken claim, State to, Reason why) {
    long letter = claim.approval().letter();
    ledger.move(new Move(letter, State.SENDING, to, Actor.POSTBAG, why));
    return ledger.state(letter);
  }
}
