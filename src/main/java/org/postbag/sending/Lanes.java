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
final class Lanes {
  private static final Duration AFTER_REFUSED_SIGN_IN = Duration.ofMinutes(15);

  private final SendingSettings settings;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

  Lanes(SendingSettings settings) {
    this.settings = settings;
  }

  Lane of(String mailbox) {
    return lanes.computeIfAbsent(mailbox, m -> new Lane(settings.paceOf(m).connections()));
  }

  /// Opens the mailbox, or leaves it alone for a while.
  ///
  /// @return when it is tried again
  Instant apply(Lane lane, Answer answer, Instant now) {
    return switch (answer) {
      case Answer.Unreached(_, String words, Optional<Duration> asked) -> {
        Duration pause = settings.retries().after(lane.fail(), ThreadLocalRandom.current());
        yield closed(lane, now.plus(asked.orElse(pause)), words);
      }
      case Answer.SignInRefused(_, String words) ->
          closed(lane, now.plus(AFTER_REFUSED_SIGN_IN), "sign-in refused: " + words);
      case Answer.Accepted _, Answer.Deferred _, Answer.Rejected _, Answer.Unclear _ -> {
        lane.reopen();
        yield now;
      }
    };
  }

  private static Instant closed(Lane lane, Instant until, String why) {
    lane.close(until, why);
    return until;
  }

  List<Trouble> troubles() {
    return lanes.entrySet().stream()
        .flatMap(lane -> lane.getValue().trouble(lane.getKey()).stream())
        .toList();
  }
}
