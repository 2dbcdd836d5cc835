package org.postbag.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.postbag.intake.MailboxStatus.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The condition of every mailbox, for the desk and the health check. Each change is one line in
/// the log; what stays the same is not repeated there.
public final class MailboxHealth {
  private static final Logger log = LoggerFactory.getLogger(MailboxHealth.class);

  private record Place(String mailbox, String folder) {}

  private final Map<Place, MailboxStatus> statuses = new ConcurrentHashMap<>();
  private final Map<Place, Reconciliation> reconciled = new ConcurrentHashMap<>();
  private final Map<String, String> notices = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public MailboxHealth(InstantSource clock) {
    this.clock = clock;
  }

  /// All folders of all mailboxes, in the order of their names.
  public List<MailboxStatus> all() {
    return statuses.values().stream()
        .sorted(Comparator.comparing(MailboxStatus::mailbox).thenComparing(MailboxStatus::folder))
        .toList();
  }

  /// The folders that were not read to their end within `longest`, or whose sign-in is refused.
  public List<MailboxStatus> unhealthy(Duration longest) {
    Instant latest = clock.instant().minus(longest);
    return all().stream().filter(status -> isUnhealthy(status, latest)).toList();
  }

  private static boolean isUnhealthy(MailboxStatus status, Instant latest) {
    return switch (status.condition()) {
      case REFUSED, OTHER_ACCOUNT -> true;
      case READING -> false;
      case STARTING, WATCHING, WAITING, STOPPED ->
          status.lastRead().orElse(status.since()).isBefore(latest);
    };
  }

  /// A folder was compared with the rows.
  public void reconciled(Reconciliation result) {
    reconciled.put(new Place(result.mailbox(), result.folder()), result);
  }

  /// The latest comparison of each folder with the rows.
  public List<Reconciliation> reconciliations() {
    return reconciled.values().stream()
        .sorted(Comparator.comparing(Reconciliation::mailbox).thenComparing(Reconciliation::folder))
        .toList();
  }

  /// What is well today and will not be for long, such as a client secret that ends; empty text
  /// takes it back.
  public void notice(String mailbox, Optional<String> text) {
    if (text.isEmpty()) {
      notices.remove(mailbox);
    } else if (!text.get().equals(notices.put(mailbox, text.get()))) {
      log.warn("Mailbox {}: {}", mailbox, text.get());
    }
  }

  /// The notices of all mailboxes, each beginning with the mailbox's name.
  public List<String> notices() {
    return notices.entrySet().stream().map(n -> n.getKey() + ": " + n.getValue()).sorted().toList();
  }

  /// The folder is in this condition now, and nothing is wrong with it.
  public void report(String mailbox, String folder, Condition condition) {
    change(mailbox, folder, condition, Optional.empty());
  }

  /// Something is wrong; `trouble` says what, and what mends it.
  public void trouble(String mailbox, String folder, Condition condition, String trouble) {
    change(mailbox, folder, condition, Optional.of(trouble));
  }

  /// The folder was looked through to its end; all that came is kept.
  public void read(String mailbox, String folder, int gaps) {
    change(mailbox, folder, Condition.WATCHING, Optional.empty());
    Instant now = clock.instant();
    statuses.computeIfPresent(
        new Place(mailbox, folder),
        (_, old) ->
            new MailboxStatus(
                mailbox,
                folder,
                old.condition(),
                old.since(),
                Optional.of(now),
                Optional.empty(),
                gaps));
  }

  private void change(
      String mailbox, String folder, Condition condition, Optional<String> trouble) {
    Instant now = clock.instant();
    statuses.compute(
        new Place(mailbox, folder),
        (_, old) -> {
          boolean same =
              old != null && old.condition() == condition && old.trouble().equals(trouble);
          if (!same) {
            announce(mailbox, folder, condition, trouble);
          }
          return new MailboxStatus(
              mailbox,
              folder,
              condition,
              same ? old.since() : now,
              old == null ? Optional.empty() : old.lastRead(),
              trouble,
              old == null ? 0 : old.gaps());
        });
  }

  private static void announce(
      String mailbox, String folder, Condition condition, Optional<String> trouble) {
    if (trouble.isPresent()) {
      log.warn("Mailbox {}/{} {}: {}", mailbox, folder, words(condition), trouble.get());
    } else {
      log.info("Mailbox {}/{} {}", mailbox, folder, words(condition));
    }
  }

  private static String words(Condition condition) {
    return switch (condition) {
      case STARTING -> "is being opened";
      case READING -> "is being read";
      case WATCHING -> "is watched";
      case WAITING -> "cannot be read and is tried again";
      case REFUSED -> "refuses the sign-in";
      case OTHER_ACCOUNT -> "is not read";
      case STOPPED -> "is left";
    };
  }
}
