package org.postbag.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.database.GroupCommit;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.review.Approval;
import org.postbag.review.Releases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The room's door for the worker: what may leave, the claim on disk before anything does, and the
/// result on disk afterwards.
///
/// The steps are `due`, then for each approval `claim`, `SmtpSender.send`, `record`; any number of
/// approvals at the same time, each on a thread that may wait.
public final class Outbox {
  private static final Logger log = LoggerFactory.getLogger(Outbox.class);

  /// No attempt lasts so long: the longest time-outs of RFC 5321 §4.5.3.2 together are 30 minutes.
  private static final Duration LONGEST_ATTEMPT = Duration.ofHours(2);

  private final Set<String> mailboxes;
  private final SendingSettings settings;
  private final InstantSource clock;
  private final GroupCommit commits;
  private final Releases releases;
  private final JdbcPauses pauses;
  private final Pacing pacing;
  private final Claims claims;
  private final Results results;
  private final Lanes lanes;
  private final ConcurrentLinkedQueue<Delivery.Tried> unrecorded = new ConcurrentLinkedQueue<>();
  private volatile boolean stopped;

  /// @param mailboxes the names of those whose replies leave from here
  /// @param catalog the topics and standard replies as they are now
  public Outbox(
      Database database,
      Ledger ledger,
      Supplier<Catalog> catalog,
      Set<String> mailboxes,
      SendingSettings settings,
      InstantSource clock) {
    this.mailboxes = Set.copyOf(mailboxes);
    this.settings = settings;
    this.clock = clock;
    this.lanes = new Lanes(settings);
    this.commits = new GroupCommit(database);
    this.releases = new Releases(database, ledger);
    this.pauses = new JdbcPauses(database);
    JdbcAttempts attempts = new JdbcAttempts(database);
    JdbcRefusals refusals = new JdbcRefusals(database);
    this.pacing = new Pacing(attempts, settings);
    Gate gate = new Gate(catalog, releases, refusals, ledger);
    this.claims = new Claims(attempts, pauses, releases, ledger, gate, pacing, settings.node());
    JdbcTraces traces = new JdbcTraces(database);
    this.results = new Results(attempts, refusals, traces, releases, ledger, settings.retries());
  }

  /// To be called once, before the first claim: what this program had claimed when it last ended
  /// becomes `unclear`, because nobody saw the server's answer.
  public void recover() {
    Instant now = clock.instant();
    int found = commits.run(() -> claims.giveUpAbandoned(now, now.minus(LONGEST_ATTEMPT)));
    if (found > 0) {
      log.warn("{} replies were under way when Postbag stopped; a person must look", found);
    }
  }

  /// The approvals that may leave now, each mailbox within its limits; one that was handed out is
  /// not handed out again before it comes back. Nothing in a dry run, and outside of office hours.
  public List<Approval> due() {
    recordWhatIsLeft();
    Instant now = clock.instant();
    boolean open = settings.officeHours().map(hours -> hours.isOpen(now)).orElse(true);
    if (settings.dryRun() || stopped || !open) {
      return List.of();
    }
    List<Pause.Scope> paused = pauses.all().stream().map(Pause::scope).toList();
    List<TopicId> topics = topics(paused);
    return mailboxes.stream()
        .filter(m -> !paused.contains(new Pause.Scope.Mailbox(m)))
        .filter(_ -> !paused.contains(new Pause.Scope.All()))
        .flatMap(mailbox -> due(mailbox, topics, now).stream())
        .toList();
  }

  private static List<TopicId> topics(List<Pause.Scope> scopes) {
    return scopes.stream()
        .mapMulti((Pause.Scope scope, java.util.function.Consumer<TopicId> out) -> {
          if (scope instanceof Pause.Scope.Topic(TopicId topic)) {
            out.accept(topic);
          }
        })
        .toList();
  }

  private List<Approval> due(String mailbox, List<TopicId> except, Instant now) {
    Lane lane = lanes.of(mailbox);
    int room = lane.room(now);
    if (room <= 0) {
      return List.of();
    }
    int most = Math.min(room, pacing.allowance(mailbox, now) - lane.handed());
    List<Approval> handed = new ArrayList<>();
    if (most > 0) {
      releases.due(mailbox, now, except, most + lane.handed()).stream()
          .filter(approval -> handed.size() < most && lane.hand(approval.letter(), now))
          .forEach(handed::add);
    }
    return handed;
  }

  /// Claims a reply, once its mailbox has a free connection. When this returns a [Claim.Held], the
  /// claim is on disk.
  public Claim claim(Approval approval) {
    Lane lane = lanes.of(approval.mailbox());
    boolean entered = lane.enter();
    Claim claim = new Claim.Refused(approval, "stopped");
    try {
      Instant now = clock.instant();
      if (entered && !stopped && !settings.dryRun()) {
        claim =
            lane.isClosed(now)
                ? new Claim.Refused(approval, "mailbox-waits")
                : commits.run(() -> claims.take(approval, now));
      }
      return claim;
    } finally {
      if (claim instanceof Claim.Refused refused) {
        log.debug("letter {} does not leave: {}", approval.letter(), refused.why());
        forget(lane, approval, entered);
      }
    }
  }

  private static void forget(Lane lane, Approval approval, boolean entered) {
    lane.forget(approval.letter());
    if (entered) {
      lane.leave();
    }
  }

  /// Writes what became of a claim. While the database cannot take it, the result is kept, written
  /// as soon as that is possible, and the mailbox's connection stays taken.
  public void record(Delivery delivery) {
    if (delivery instanceof Delivery.Tried tried) {
      unrecorded.add(tried);
      recordWhatIsLeft();
    }
  }

  private void recordWhatIsLeft() {
    for (Delivery.Tried next = unrecorded.poll(); next != null; next = unrecorded.poll()) {
      try {
        write(next);
      } catch (RuntimeException e) {
        log.error("The result of sending letter {} is kept in memory", letter(next), e);
        unrecorded.add(next);
        return;
      }
    }
  }

  private void write(Delivery.Tried tried) {
    Instant now = clock.instant();
    Claim.Held claim = tried.claim();
    Lane lane = lanes.of(claim.approval().mailbox());
    Instant closedUntil = lanes.heed(lane, tried.answer(), now);
    State state = commits.run(() -> results.write(claim, tried.answer(), closedUntil, now));
    log.info(
        "letter {} is {}: {}", claim.approval().letter(), state.label(), tried.answer().summary());
    forget(lane, claim.approval(), true);
  }

  private static long letter(Delivery.Tried tried) {
    return tried.claim().approval().letter();
  }

  /// The mailboxes through which nothing leaves at the moment, and why.
  public List<Trouble> troubles() {
    return lanes.troubles();
  }

  /// Tries a mailbox again now that a person has mended something.
  public void tryNow(String mailbox) {
    lanes.of(mailbox).reopen();
  }

  /// Whether approved replies stay.
  public boolean isDryRun() {
    return settings.dryRun();
  }

  /// Claims nothing any more; what is under way may end.
  public void stop() {
    stopped = true;
  }
}
