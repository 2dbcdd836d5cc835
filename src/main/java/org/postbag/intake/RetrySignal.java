package org.postbag.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Ends the pauses that follow a failure, for everything that waits before it tries a mailbox's
/// servers again: because a person says so, or because there is news about the sign-in.
public final class RetrySignal {
  /// Why a pause ends.
  public enum Cause {
    /// A person wants it tried now.
    PERSON,
    /// The provider let us in elsewhere: by IMAP or by SMTP.
    SIGNED_IN,
    /// The password is another one now.
    NEW_PASSWORD
  }

  /// Something that may be waiting before it tries a mailbox again.
  @FunctionalInterface
  public interface Waiting {
    /// Tries again at once.
    ///
    /// @return whether it was waiting
    boolean endPause(Cause cause);
  }

  /// A provider that lets us in by one way and refuses us by the other is not asked more often than
  /// this for that: too many refused sign-ins lock an account.
  private static final Duration LEAST_BETWEEN = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final Map<String, List<Waiting>> byMailbox = new ConcurrentHashMap<>();
  private final Map<Waiting, Instant> endedBySignIn = new ConcurrentHashMap<>();

  public RetrySignal(InstantSource clock) {
    this.clock = clock;
  }

  /// From now on this is told when the pauses of that mailbox are to end.
  public void register(String mailbox, Waiting waiting) {
    byMailbox.computeIfAbsent(mailbox, _ -> new CopyOnWriteArrayList<>()).add(waiting);
  }

  /// It will not wait any more.
  public void unregister(String mailbox, Waiting waiting) {
    byMailbox.getOrDefault(mailbox, new CopyOnWriteArrayList<>()).remove(waiting);
    endedBySignIn.remove(waiting);
  }

  /// A person wants the mailbox tried now.
  ///
  /// @return how many pauses ended
  public int tryNow(String mailbox) {
    return end(mailbox, Cause.PERSON);
  }

  /// The mailbox has another password.
  public void passwordChanged(String mailbox) {
    end(mailbox, Cause.NEW_PASSWORD);
  }

  private int end(String mailbox, Cause cause) {
    return (int) waiting(mailbox).stream().filter(each -> each.endPause(cause)).count();
  }

  /// A server of the mailbox has let us in.
  public void signedIn(String mailbox) {
    for (Waiting each : waiting(mailbox)) {
      Instant now = clock.instant();
      Instant last = endedBySignIn.getOrDefault(each, Instant.MIN);
      if (!now.isBefore(last.plus(LEAST_BETWEEN)) && each.endPause(Cause.SIGNED_IN)) {
        endedBySignIn.put(each, now);
      }
    }
  }

  private List<Waiting> waiting(String mailbox) {
    return byMailbox.getOrDefault(mailbox, List.of());
  }

  /// The mailboxes for which something may wait.
  public Set<String> mailboxes() {
    return Set.copyOf(byMailbox.keySet());
  }
}
