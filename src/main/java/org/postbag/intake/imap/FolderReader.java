package org.postbag.intake.imap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.postbag.intake.AccessTokens;
import org.postbag.intake.AccountCheck;
import org.postbag.intake.Batch;
import org.postbag.intake.Cursor;
import org.postbag.intake.Gap;
import org.postbag.intake.Intake;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.MailboxStatus.Condition;
import org.postbag.intake.RetryPause;
import org.postbag.intake.RetrySignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches one folder of one mailbox for as long as its thread is not interrupted. Whatever goes
/// wrong ends the connection, never the watching.
final class FolderReader implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(FolderReader.class);

  private static final int MANY = 200;

  private final MailboxSettings mailbox;
  private final String folder;
  private final AccessTokens tokens;
  private final Intake intake;
  private final Consumer<Batch> sink;
  private final MailboxHealth health;
  private final ReadingIntervals readingIntervals;
  private final RetrySignal retries;
  private final AccountCheck accounts;
  private final InstantSource clock;
  private final ScanContext scanContext;
  private final DailyCheck dailyCheck;
  private final RetryPause pause = new RetryPause();
  private int failures;
  private int keptInPass;

  FolderReader(
      MailboxSettings mailbox,
      String folder,
      AccessTokens tokens,
      Intake intake,
      Consumer<Batch> sink,
      MailboxHealth health,
      FetchBudget budget,
      ReadingIntervals readingIntervals,
      RetrySignal retries,
      AccountCheck accounts,
      InstantSource clock) {
    this.mailbox = mailbox;
    this.folder = folder;
    this.tokens = tokens;
    this.intake = intake;
    this.sink = sink;
    this.health = health;
    this.readingIntervals = readingIntervals;
    this.retries = retries;
    this.accounts = accounts;
    this.clock = clock;
    this.scanContext =
        new ScanContext(
            mailbox, this::keep, new Bisection(), budget, readingIntervals.gaps(), clock);
    this.dailyCheck =
        new DailyCheck(mailbox, new Reconciler(mailbox, intake, health, clock), health, clock);
  }

  @Override
  public void run() {
    health.report(mailbox.name(), folder, Condition.STARTING);
    retries.register(mailbox.name(), pause);
    try {
      while (!Thread.currentThread().isInterrupted()) {
        pause.await(watchUntilTrouble());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      retries.unregister(mailbox.name(), pause);
    }
    health.report(mailbox.name(), folder, Condition.STOPPED);
  }

  /// Watches for as long as all goes well, and says how long to stay away then.
  private Duration watchUntilTrouble() throws InterruptedException {
    try {
      watch();
      return Duration.ZERO;
    } catch (MailboxUnavailable e) {
      return Thread.currentThread().isInterrupted() ? Duration.ZERO : pauseAfter(e);
    } catch (RuntimeException e) {
      log.debug("Reading {}/{}", mailbox.name(), folder, e);
      return pauseAfter(MailboxUnavailable.notKept(e));
    }
  }

  private Duration pauseAfter(MailboxUnavailable mailboxUnavailable) {
    failures++;
    Condition condition =
        switch (mailboxUnavailable.kind()) {
          case SIGN_IN -> Condition.REFUSED;
          case OTHER_ACCOUNT -> Condition.OTHER_ACCOUNT;
          case BUSY, UNREACHABLE, UNPROTECTED, FOLDER, SILENT, BROKEN, REFUSED, STORE ->
              Condition.WAITING;
        };
    health.trouble(
        mailbox.name(), folder, condition, String.valueOf(mailboxUnavailable.getMessage()));
    ExponentialBackoff backoff =
        condition == Condition.WAITING ? readingIntervals.troubled() : readingIntervals.refused();
    Duration usual = backoff.after(failures);
    return mailboxUnavailable.pause().filter(asked -> asked.compareTo(usual) > 0).orElse(usual);
  }

  private void watch() throws MailboxUnavailable, InterruptedException {
    MailboxUnavailable.requireSame(mailbox, accounts);
    try (ImapSession session = ImapSession.open(mailbox, tokens, readingIntervals.silence())) {
      retries.signedIn(mailbox.name());
      ImapFolder open = ImapFolder.examine(session, folder);
      Cursor cursor = new UidValidityCheck(mailbox, folder, intake, clock).settle(open);
      while (!Thread.currentThread().isInterrupted()) {
        keptInPass = 0;
        long seen = open.arrivals();
        FolderScan folderScan = new FolderScan(scanContext, open, cursor);
        cursor = folderScan.run();
        folderScan.fill(due());
        dailyCheck.check(open, cursor);
        failures = 0;
        List<Gap> left = intake.gaps(mailbox.name(), folder);
        health.read(mailbox.name(), folder, left.size());
        open.await(untilNext(left), clock, seen, pause);
      }
    }
  }

  /// A long way to the folder's end is a condition of its own.
  private void keep(Batch batch) {
    sink.accept(batch);
    keptInPass += batch.letters().size();
    if (keptInPass > MANY) {
      health.report(mailbox.name(), folder, Condition.READING);
    }
  }

  private List<Gap> due() {
    Instant now = clock.instant();
    return intake.gaps(mailbox.name(), folder).stream()
        .filter(gap -> !gap.nextTry().isAfter(now))
        .toList();
  }

  /// Until the next poll, or sooner when a gap is to be asked for.
  private Duration untilNext(List<Gap> gaps) {
    Instant poll = clock.instant().plus(ImapFolder.idleTime(mailbox));
    Instant next =
        gaps.stream().map(Gap::nextTry).min(Instant::compareTo).filter(poll::isAfter).orElse(poll);
    Duration wait = Duration.between(clock.instant(), next);
    return wait.compareTo(Duration.ofMillis(10)) < 0 ? Duration.ofMillis(10) : wait;
  }
}
