package org.postbag.search;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.postbag.catalog.Problem;
import org.postbag.catalog.Unusable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Why the index cannot be written, and when to try again. For one thread.
final class IndexBackOff {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

  /// Opening an index reads all of it, so failures are retried with exponential back-off.
  private static final Duration MIN_WAIT = Duration.ofSeconds(1);

  private static final Duration MAX_WAIT = Duration.ofSeconds(30);

  private final IndexFiles files;
  private final InstantSource clock;
  private Optional<Problem> reported = Optional.empty();
  private Duration wait = MIN_WAIT;
  private Instant nextTry = Instant.MIN;

  IndexBackOff(IndexFiles files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
  }

  boolean mayBeTried() {
    return !clock.instant().isBefore(nextTry);
  }

  /// Logs a failure once, not at every try.
  void failed(Throwable failure) {
    Problem problem = Unusable.of(files.folder(), failure);
    if (!reported.equals(Optional.of(problem))) {
      LOG.error(
          "The index of the letters cannot be written; search lacks recent letters: {}", problem);
      LOG.debug("the index cannot be written", failure);
    }
    reported = Optional.of(problem);
    files.setProblem(reported);
    nextTry = clock.instant().plus(wait);
    Duration twice = wait.multipliedBy(2);
    wait = twice.compareTo(MAX_WAIT) < 0 ? twice : MAX_WAIT;
  }

  void reset() {
    reported = Optional.empty();
    files.setProblem(reported);
    wait = MIN_WAIT;
  }
}
