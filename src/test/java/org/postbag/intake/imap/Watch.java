package org.postbag.intake.imap;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.postbag.database.Database;
import org.postbag.intake.AccessTokens;
import org.postbag.intake.AccountCheck;
import org.postbag.intake.Batch;
import org.postbag.intake.Intake;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.MailboxStatus;
import org.postbag.intake.RetrySignal;

/// A mailbox that is being watched by the real reader, in a hurry.
final class Watch implements AutoCloseable {
  /// For tests in which a name's account does not matter.
  static final AccountCheck ANY_ACCOUNT = _ -> Optional.empty();

  /// A signal that nobody gives.
  static RetrySignal noRetries() {
    return new RetrySignal(InstantSource.system());
  }

  private final Intake intake;
  private final MailboxHealth health = new MailboxHealth(InstantSource.system());
  private final Thread thread;

  private Watch(MailboxSettings mailbox, AccessTokens tokens, Intake intake, Consumer<Batch> sink) {
    this(mailbox, tokens, intake, sink, ReadingIntervals.hurried(), noRetries(), ANY_ACCOUNT);
  }

  private Watch(
      MailboxSettings mailbox,
      AccessTokens tokens,
      Intake intake,
      Consumer<Batch> sink,
      ReadingIntervals intervals,
      RetrySignal retries,
      AccountCheck accounts) {
    this.intake = intake;
    FolderReader reader =
        new FolderReader(
            mailbox,
            mailbox.folders().getFirst(),
            tokens,
            intake,
            sink,
            health,
            FetchBudget.ofHeap(),
            intervals,
            retries,
            accounts,
            InstantSource.system());
    this.thread = Thread.ofVirtual().start(reader);
  }

  static Watch on(MailboxSettings mailbox, Database database) {
    Intake intake = new Intake(database, InstantSource.system());
    return new Watch(mailbox, new NoTokens(), intake, intake::keep);
  }

  static Watch on(MailboxSettings mailbox, Database database, Consumer<Batch> sink) {
    return new Watch(mailbox, new NoTokens(), new Intake(database, InstantSource.system()), sink);
  }

  static Watch on(MailboxSettings mailbox, Database database, AccessTokens tokens) {
    Intake intake = new Intake(database, InstantSource.system());
    return new Watch(mailbox, tokens, intake, intake::keep);
  }

  /// With the pauses of the running program, which that signal ends.
  static Watch patiently(MailboxSettings mailbox, Database database, RetrySignal retries) {
    return patiently(mailbox, database, retries, ANY_ACCOUNT);
  }

  static Watch patiently(
      MailboxSettings mailbox, Database database, RetrySignal retries, AccountCheck accounts) {
    Intake intake = new Intake(database, InstantSource.system());
    return new Watch(
        mailbox,
        new NoTokens(),
        intake,
        intake::keep,
        ReadingIntervals.standard(),
        retries,
        accounts);
  }

  List<KeptLetter> letters() {
    return intake.unprocessed(100_000);
  }

  List<String> texts() {
    return letters().stream()
        .map(letter -> new String(letter.rfc822(), StandardCharsets.ISO_8859_1))
        .toList();
  }

  MailboxStatus status() {
    return health.all().getFirst();
  }

  Intake intake() {
    return intake;
  }

  /// Until the folder was looked through to its end at least once.
  Watch untilRead() {
    return until(() -> status().lastRead().isPresent());
  }

  Watch until(java.util.concurrent.Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(25))
        .until(() -> !health.all().isEmpty() && condition.call());
    return this;
  }

  Watch untilLetters(int count) {
    return until(() -> letters().size() >= count);
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// For mailboxes that sign in with a password.
  static final class NoTokens implements AccessTokens {
    @Override
    public String accessToken(MailboxSettings mailbox) throws TokenRefused {
      throw new TokenRefused("no identity provider", true);
    }

    @Override
    public void forget(MailboxSettings mailbox) {}
  }
}
