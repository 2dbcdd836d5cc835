package org.postbag.sending;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.postbag.database.Database;
import org.postbag.intake.AnswerSearch;
import org.postbag.intake.AnswerSearch.Evidence;
import org.postbag.intake.AnswerSearch.Question;
import org.postbag.intake.AnswerSearch.ReplyMarks;
import org.postbag.intake.MailboxFlags.Search;
import org.postbag.intake.MailboxFlags.Sign;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Move;
import org.postbag.ledger.SendingReason;
import org.postbag.ledger.State;
import org.postbag.review.Approval;
import org.postbag.review.Releases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks each mailbox once after a start, and before anything leaves from it, what was answered
/// already: the database may be an older copy, and its approved replies may have left long ago.
///
/// A reply whose copy stands in the folder of sent letters, or whose letter is marked as answered,
/// becomes `unclear`: it does not leave, and a person decides. Nothing leaves from a mailbox that
/// cannot be asked. Once it has been asked, sending costs no more than before.
public final class StartupCheck {
  private static final Logger log = LoggerFactory.getLogger(StartupCheck.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

  /// As the mailbox's reader does; it tells us as well when it is let in.
  private static final Duration FIRST_PAUSE_REFUSED = Duration.ofMinutes(5);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 10;

  /// How far a mailbox has been asked.
  private sealed interface Progress {
    /// It is asked for the next time then.
    ///
    /// @param why what went wrong the last time; empty before the first
    record Pending(int tries, Instant next, Optional<String> why) implements Progress {}

    /// @param answered letters that wait for a person here and are marked as answered there
    record Done(List<Long> answered) implements Progress {}
  }

  private final JdbcUnansweredLetters letters;
  private final Releases releases;
  private final Ledger ledger;
  private final Settlement settlement;
  private final AnswerSearch mailboxes;
  private final InstantSource clock;
  private final Map<String, Progress> byMailbox = new ConcurrentHashMap<>();

  /// @param names the mailboxes from which replies leave
  public StartupCheck(
      Database database,
      Ledger ledger,
      Settlement settlement,
      AnswerSearch mailboxes,
      Set<String> names,
      InstantSource clock) {
    this.letters = new JdbcUnansweredLetters(database);
    this.releases = new Releases(database, ledger);
    this.ledger = ledger;
    this.settlement = settlement;
    this.mailboxes = mailboxes;
    this.clock = clock;
    names.forEach(
        name -> byMailbox.put(name, new Progress.Pending(0, Instant.MIN, Optional.empty())));
  }

  /// Whether the mailbox has been asked, so that replies may leave from it.
  public boolean isDone(String mailbox) {
    return byMailbox.get(mailbox) instanceof Progress.Done;
  }

  /// Asks the mailboxes that are still to be asked and whose time has come.
  public synchronized void run() {
    Instant now = clock.instant();
    byMailbox.forEach((mailbox, progress) -> {
      if (progress instanceof Progress.Pending pending && !now.isBefore(pending.next())) {
        byMailbox.put(mailbox, ask(mailbox, pending));
      }
    });
  }

  private Progress ask(String mailbox, Progress.Pending before) {
    List<JdbcUnansweredLetters.Letter> open = letters.of(mailbox);
    if (open.isEmpty()) {
      return new Progress.Done(List.of());
    }
    return switch (mailboxes.search(mailbox, open.stream().map(this::question).toList())) {
      case AnswerSearch.Result.Found(var evidence) -> apply(mailbox, open, evidence);
      case AnswerSearch.Result.Unknown unknown -> later(mailbox, before, unknown);
    };
  }

  private Question question(JdbcUnansweredLetters.Letter letter) {
    boolean leaves = letter.state() == State.APPROVED;
    return new Question(
        letter.number(),
        letter.place(),
        leaves ? letter.id() : Optional.empty(),
        leaves ? releases.current(letter.number()).map(StartupCheck::marks) : Optional.empty());
  }

  private static ReplyMarks marks(Approval approval) {
    return new ReplyMarks(approval.messageId(), Composer.mark(approval));
  }

  private Progress later(
      String mailbox, Progress.Pending before, AnswerSearch.Result.Unknown unknown) {
    Optional<String> why = Optional.of(unknown.why());
    if (!before.why().equals(why)) {
      log.warn(
          "Nothing leaves from {} before it says what left already: {}", mailbox, unknown.why());
    }
    Duration first = unknown.refused() ? FIRST_PAUSE_REFUSED : FIRST_PAUSE;
    Duration pause = first.multipliedBy(1L << Math.min(before.tries(), MOST_DOUBLINGS));
    Instant next = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    return new Progress.Pending(before.tries() + 1, next, why);
  }

  private Progress apply(
      String mailbox, List<JdbcUnansweredLetters.Letter> open, Map<Long, Evidence> evidence) {
    Map<Long, Evidence> news = new TreeMap<>(evidence);
    // Our own earlier reply set that mark.
    open.stream()
        .filter(JdbcUnansweredLetters.Letter::repliedTo)
        .forEach(letter -> news.remove(letter.number(), Evidence.MARKED));
    List<JdbcUnansweredLetters.Letter> answered =
        open.stream().filter(letter -> news.containsKey(letter.number())).toList();
    answered.stream()
        .filter(letter -> letter.state() == State.APPROVED)
        .forEach(letter -> withhold(letter.number(), requireNonNull(news.get(letter.number()))));
    List<Long> undecided =
        answered.stream()
            .filter(letter -> letter.state() != State.APPROVED)
            .map(JdbcUnansweredLetters.Letter::number)
            .toList();
    if (!answered.isEmpty()) {
      log.warn(
          "The mailbox {} holds answers to {} letters that count as unanswered here; is this an older"
              + " copy of the data folder?",
          mailbox,
          answered.size());
    }
    return new Progress.Done(undecided);
  }

  private void withhold(long letter, Evidence evidence) {
    SendingReason why =
        switch (evidence) {
          case COPY_IN_SENT -> SendingReason.COPY_FOUND_AT_START;
          case MARKED -> SendingReason.ANSWERED_AT_START;
        };
    boolean moved =
        ledger.inTurn(() -> {
          releases.current(letter).ifPresent(releases::taken);
          return ledger.move(new Move(letter, State.APPROVED, State.UNCLEAR, Actor.POSTBAG, why));
        });
    if (moved && evidence == Evidence.COPY_IN_SENT) {
      settlement.saw(letter, new Search.Found(Sign.MESSAGE_ID));
    }
  }

  /// Letters that wait for a person, although the mailbox shows them as answered: others answered
  /// them, or this database is older than the mailbox.
  public List<Long> answeredElsewhere() {
    return byMailbox.values().stream()
        .flatMap(progress ->
            progress instanceof Progress.Done(List<Long> answered)
                ? answered.stream()
                : Stream.empty())
        .filter(letter -> isUndecided(ledger.state(letter)))
        .sorted()
        .toList();
  }

  private static boolean isUndecided(State state) {
    return state == State.WAITING || state == State.NEEDS_PERSON;
  }

  /// The mailboxes from which nothing leaves because they could not be asked.
  public List<SendingOutage> troubles() {
    return byMailbox.entrySet().stream()
        .flatMap(each ->
            each.getValue() instanceof Progress.Pending(_, Instant next, Optional<String> why)
                ? why.stream().map(words -> new SendingOutage(each.getKey(), words, next))
                : Stream.empty())
        .toList();
  }

  /// Asks a mailbox at once that could not be asked before.
  ///
  /// @return whether it was waiting
  public boolean endPause(String mailbox) {
    return byMailbox.computeIfPresent(
            mailbox,
            (_, progress) ->
                progress instanceof Progress.Pending(int tries, _, Optional<String> why)
                    ? new Progress.Pending(tries, Instant.MIN, why)
                    : progress)
        instanceof Progress.Pending;
  }
}
