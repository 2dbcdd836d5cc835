package org.postbag.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.postbag.sending.smtp.Answer;

/// Every mailbox's way out, and what an answer means for it.
final class MailboxQueues {
  private static final Duration AFTER_REFUSAL = Duration.ofMinutes(15);

  private final SendingSettings settings;
  private final Map<String, MailboxQueue> lanes = new ConcurrentHashMap<>();

  MailboxQueues(SendingSettings settings) {
    this.settings = settings;
  }

  MailboxQueue of(String mailbox) {
    return lanes.computeIfAbsent(mailbox, m -> new MailboxQueue(settings.paceOf(m).connections()));
  }

  /// Opens the mailbox, or leaves it alone for a while.
  ///
  /// @return when it is tried again
  Instant apply(MailboxQueue mailboxQueue, Answer answer, Instant now) {
    return switch (answer) {
      case Answer.Unreached(_, String words, Optional<Duration> asked) -> {
        Duration pause = settings.retries().after(mailboxQueue.fail(), ThreadLocalRandom.current());
        yield closed(mailboxQueue, now.plus(asked.orElse(pause)), words);
      }
      case Answer.SignInRefused(_, String words) ->
          closed(mailboxQueue, now.plus(AFTER_REFUSAL), "sign-in refused: " + words);
      case Answer.SenderRefused(_, String words) ->
          closed(mailboxQueue, now.plus(AFTER_REFUSAL), "sender address refused: " + words);
      case Answer.Accepted _, Answer.Deferred _, Answer.Rejected _, Answer.Unclear _ -> {
        mailboxQueue.reopen();
        yield now;
      }
    };
  }

  private static Instant closed(MailboxQueue mailboxQueue, Instant until, String why) {
    mailboxQueue.close(until, why);
    return until;
  }

  List<SendingOutage> troubles() {
    return lanes.entrySet().stream()
        .flatMap(lane -> lane.getValue().trouble(lane.getKey()).stream())
        .toList();
  }
}
