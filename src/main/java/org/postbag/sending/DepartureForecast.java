package org.postbag.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postbag.database.Database;
import org.postbag.database.MailboxScope;
import org.postbag.ledger.Ledger;
import org.postbag.review.DryRun;
import org.postbag.review.Releases;

/// When approved replies will have left, as far as the limits and the office hours tell.
public final class DepartureForecast {
  /// What one reply takes where no limit holds it: a guess, and small against any limit.
  private static final Duration HANDING_OVER = Duration.ofMillis(200);

  private final JdbcAttempts attempts;
  private final Releases releases;
  private final JdbcPauses pauses;
  private final Set<String> mailboxes;
  private final SendingSettings settings;
  private final InstantSource clock;
  private final DryRun dryRun;

  /// @param mailboxes the names of those whose replies leave from here
  public DepartureForecast(
      Database database,
      Ledger ledger,
      Set<String> mailboxes,
      SendingSettings settings,
      InstantSource clock) {
    this.attempts = new JdbcAttempts(database);
    this.pauses = new JdbcPauses(database);
    this.mailboxes = Set.copyOf(mailboxes);
    this.releases = new Releases(database, ledger);
    this.settings = settings;
    this.clock = clock;
    this.dryRun = new DryRun(database, ledger, clock);
  }

  /// The mailboxes whose replies leave from here, as far as the one who asks may see them.
  public Set<String> mailboxes() {
    return mailboxes.stream()
        .filter(MailboxScope.current()::sees)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// How many replies of that mailbox wait.
  public long waiting(String mailbox) {
    return releases.approvedIn(mailbox);
  }

  /// When the last reply of all leaves; empty when none waits, in a dry run, and while people have
  /// stopped what leaves.
  public Optional<Instant> last() {
    List<Pause.Scope> stopped = pauses.all().stream().map(Pause::scope).toList();
    return stopped.contains(new Pause.Scope.All())
        ? Optional.empty()
        : mailboxes().stream()
            .filter(mailbox -> !stopped.contains(new Pause.Scope.Mailbox(mailbox)))
            .flatMap(mailbox -> last(mailbox).stream())
            .max(Comparator.naturalOrder());
  }

  /// When the last of a mailbox's replies leaves; empty when none waits, or in a dry run. None
  /// leaves before its undo window, or the pause before its next try, is over.
  public Optional<Instant> last(String mailbox) {
    long count = waiting(mailbox);
    if (count == 0 || dryRun.isOn()) {
      return Optional.empty();
    }
    Instant paced = paced(mailbox, count);
    return releases
        .lastRelease(mailbox)
        .filter(at -> at.isAfter(paced))
        .map(this::open)
        .or(() -> Optional.of(paced));
  }

  private Instant paced(String mailbox, long count) {
    Instant now = clock.instant();
    RateLimit rateLimit = settings.paceOf(mailbox);
    Window minute = new Window(rateLimit.perMinute(), RateLimit.MINUTE, rateLimit.limitsMinute());
    Window day = new Window(rateLimit.perDay(), RateLimit.DAY, rateLimit.limitsDay());
    attempts
        .endsAfter(mailbox, now.minus(RateLimit.DAY))
        .forEach(end -> {
          minute.leave(end);
          day.leave(end);
        });
    Instant at = now;
    for (long i = 0; i < count; i++) {
      at = open(day.next(minute.next(at.plus(HANDING_OVER.dividedBy(rateLimit.connections())))));
      minute.leave(at);
      day.leave(at);
    }
    return at;
  }

  private Instant open(Instant at) {
    return settings.officeHours().map(hours -> hours.nextOpen(at)).orElse(at);
  }

  /// The last departures that a limit counts.
  private static final class Window {
    private final int most;
    private final Duration length;
    private final boolean limits;
    private final Deque<Instant> inside = new ArrayDeque<>();

    Window(int most, Duration length, boolean limits) {
      this.most = most;
      this.length = length;
      this.limits = limits;
    }

    void leave(Instant at) {
      if (limits) {
        inside.add(at);
        if (inside.size() > most) {
          inside.removeFirst();
        }
      }
    }

    /// The first moment, at or after that one, at which the limit lets one more leave.
    Instant next(Instant at) {
      if (!limits || inside.size() < most) {
        return at;
      }
      Instant free = inside.getFirst().plus(length);
      return free.isAfter(at) ? free : at;
    }
  }
}
