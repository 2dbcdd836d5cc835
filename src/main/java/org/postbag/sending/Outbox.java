package org.postbag.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.database.Database;
import org.postbag.database.GroupCommit;
import org.postbag.intake.RetrySignal;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.SendingReason;
import org.postbag.ledger.State;
import org.postbag.ledger.WithheldReason;
import org.postbag.review.Approval;
import org.postbag.review.DryRun;
import org.postbag.review.Releases;
import org.postbag.review.breaker.Breakers;
import org.postbag.sending.smtp.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What may leave, the claim on disk before anything does, and the result on disk afterwards: the
/// steps of [Dispatch#send], which any number of threads may take at the same time.
public final class Outbox {
  private static final Logger log = LoggerFactory.getLogger(Outbox.class);

  /// No attempt lasts so long: the longest time-outs of RFC 5321 §4.5.3.2 together are 30 minutes.
  private static final Duration LONGEST_ATTEMPT = Duration.ofHours(2);

  private final DryRun dryRun;
  private final InstantSource clock;
  private final GroupCommit commits;
  private final FinalCheck finalCheck;
  private final Claims claims;
  private final AttemptResults attemptResults;
  private final MailboxQueues mailboxQueues;
  private final DueReplies due;
  private final PostponedReplies postponed;
  private final Set<String> mailboxes;
  private final Predicate<String> mayLeave;
  private final ConcurrentLinkedQueue<Unrecorded> unrecorded = new ConcurrentLinkedQueue<>();
  private volatile boolean stopped;
  private volatile boolean stuck;

  /// A result that is not on disk yet.
  private record Unrecorded(Claim.Taken claim, String what, Function<Instant, State> write) {
    long letter() {
      return claim.approval().letter();
    }
  }

  /// @param mailboxes the names of those whose replies leave from here
  /// @param catalog the topics and standard replies as they are now
  /// @param mayLeave whether anything may leave from a mailbox yet: see [StartupCheck]
  public Outbox(
      Database database,
      Ledger ledger,
      Supplier<Catalog> catalog,
      Set<String> mailboxes,
      Predicate<String> mayLeave,
      SendingSettings settings,
      InstantSource clock) {
    this.mailboxes = Set.copyOf(mailboxes);
    this.mayLeave = mayLeave;
    this.dryRun = new DryRun(database, ledger, clock);
    this.clock = clock;
    this.mailboxQueues = new MailboxQueues(settings);
    this.commits = new GroupCommit(database, ledger::inTurn);
    Releases releases = new Releases(database, ledger);
    JdbcPauses pauses = new JdbcPauses(database);
    JdbcAttempts attempts = new JdbcAttempts(database);
    JdbcRefusedAddresses refusals = new JdbcRefusedAddresses(database);
    Breakers breakers = new Breakers(database, ledger, clock);
    ElapsedTime time = ElapsedTime.of(clock);
    Pacing pacing = new Pacing(attempts, settings, time);
    UndoWindows undoWindows = new UndoWindows(attempts, time);
    this.finalCheck = new FinalCheck(catalog, releases, refusals, ledger);
    this.claims =
        new Claims(
            attempts,
            pauses,
            breakers,
            releases,
            ledger,
            finalCheck,
            pacing,
            undoWindows,
            dryRun,
            settings.node());
    this.postponed = new PostponedReplies(attempts, releases, ledger);
    this.due =
        new DueReplies(this::open, settings, releases, pauses, pacing, undoWindows, mailboxQueues);
    JdbcSentBookkeeping traces = new JdbcSentBookkeeping(database);
    this.attemptResults =
        new AttemptResults(
            attempts, refusals, traces, releases, breakers, ledger, settings.retries());
  }

  /// To be called once, before the first claim: what this program had claimed when it last ended
  /// becomes `unclear`, because nobody saw the server's answer.
  public void recover() {
    Instant now = clock.instant();
    int found = commits.run(() -> claims.giveUpAbandoned(now, now.minus(LONGEST_ATTEMPT)));
    // A server that was away, or a refused sign-in, may be mended by now.
    mailboxes.forEach(mailbox -> commits.run(() -> postponed.release(mailbox, false, now)));
    if (found > 0) {
      log.warn("{} replies were under way when Postbag stopped; a person must look", found);
    }
  }

  /// The approvals that may leave now, each mailbox within its limits; one that was handed out is
  /// not handed out again before it comes back. Nothing in a dry run, and outside of office hours.
  public List<Approval> due() {
    flushUnrecorded();
    return stopped || stuck || dryRun.isOn() ? List.of() : due.at(clock.instant());
  }

  private List<String> open() {
    return mailboxes.stream().filter(mayLeave).toList();
  }

  /// Waits for a free connection of the reply's mailbox.
  Permit permit(Approval approval) {
    return Permit.await(mailboxQueues.of(approval.mailbox()), approval);
  }

  /// Claims the reply of that permit. When this returns a [Claim.Taken], the claim is on disk.
  Claim claim(Permit permit) {
    Claim claim = claim(permit, clock.instant());
    switch (claim) {
      case Claim.Taken _ -> permit.keepReservation();
      case Claim.Refused refused ->
          log.debug(
              "letter {} does not leave: {}", permit.approval().letter(), refused.why().word());
    }
    return claim;
  }

  private Claim claim(Permit permit, Instant now) {
    Approval approval = permit.approval();
    if (!permit.isGranted() || stopped || stuck) {
      return new Claim.Refused(approval, SendingReason.STOPPED);
    }
    if (permit.lane().isClosed(now) || !mayLeave.test(approval.mailbox())) {
      return new Claim.Refused(approval, SendingReason.MAILBOX_WAITS);
    }
    FinalCheck.Inspected inspected = FinalCheck.Inspected.of(approval);
    return commits.run(() -> claims.take(inspected, now));
  }

  /// Writes what became of a claim. The permit is closed first, so that the next claim can share
  /// this result's wait for the disk. While the database cannot take a result it is kept, written
  /// as soon as that is possible, and nothing else leaves.
  void record(Permit permit, Delivery delivery) {
    switch (delivery) {
      case Delivery.Tried(Claim.Taken claim, Answer answer) -> {
        Instant until = mailboxQueues.apply(permit.lane(), answer, clock.instant());
        String what = LoggedAnswer.of(answer, claim.approval());
        record(
            permit,
            new Unrecorded(claim, what, n -> attemptResults.write(claim, answer, until, n)));
      }
      case Delivery.Withheld(Claim.Taken claim, WithheldReason why) ->
          record(permit, new Unrecorded(claim, why.word(), now -> withheld(claim, why, now)));
      case Delivery.NotTried _ -> permit.close();
    }
  }

  private State withheld(Claim.Taken claim, WithheldReason why, Instant now) {
    return attemptResults.withheld(claim, why, finalCheck.currentReply(claim.approval()), now);
  }

  private void record(Permit permit, Unrecorded result) {
    permit.close();
    unrecorded.add(result);
    flushUnrecorded();
  }

  private void flushUnrecorded() {
    for (Unrecorded next = unrecorded.poll(); next != null; next = unrecorded.poll()) {
      try {
        write(next);
        stuck = false;
      } catch (RuntimeException e) {
        if (!stuck) {
          log.error("The result of sending letter {} is kept in memory", next.letter(), e);
        }
        stuck = true;
        unrecorded.add(next);
        return;
      }
    }
  }

  private void write(Unrecorded result) {
    Instant now = clock.instant();
    State state = commits.run(() -> result.write().apply(now));
    log.info("letter {} is {}: {}", result.letter(), state.label(), result.what());
    mailboxQueues.of(result.claim().approval().mailbox()).release(result.letter());
  }

  /// The mailboxes through which nothing leaves at the moment, and why.
  public List<SendingOutage> troubles() {
    return mailboxQueues.troubles();
  }

  /// Ends the pause of a mailbox after a failure: its server is asked again, and replies that
  /// waited for that are due. A person ends the pauses too that the server itself asked for.
  ///
  /// @return whether anything waited
  public boolean endPause(String mailbox, RetrySignal.Cause cause) {
    Instant now = clock.instant();
    MailboxQueue queue = mailboxQueues.of(mailbox);
    boolean closed = queue.isClosed(now);
    if (!closed && cause == RetrySignal.Cause.SIGNED_IN) {
      return false;
    }
    queue.reopen();
    boolean byPerson = cause == RetrySignal.Cause.PERSON;
    return commits.run(() -> postponed.release(mailbox, byPerson, now)) > 0 || closed;
  }

  /// Claims nothing any more; what is under way may end.
  public void stop() {
    stopped = true;
  }
}
