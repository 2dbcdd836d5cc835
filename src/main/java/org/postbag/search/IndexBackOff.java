package org.postbag.search;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.postbag.catalog.Problem;
import org.postbag.catalog.Unusable;

/// What keeps the index from being written, and when that is tried again. For one thread.
final class IndexBackOff {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

  /// To open an index reads all of it, so that one that does not work is tried ever more seldom.
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final IndexFiles files;
  private final InstantSource clock;
  private Optional<Problem> said = Optional.empty();
  private Duration wait = SHORTEST_WAIT;
  private Instant nextTry = Instant.MIN;

  IndexBackOff(IndexFiles files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
  }

  boolean mayBeTried() {
    return !clock.instant().isBefore(nextTry);
  }

  /// Said once, and not at every try.
  void is(Throwable failure) {
    Problem why = Unusable.of(files.folder(), failure);
    if (!said.equals(Optional.of(why))) {
      LOG.error("The index of the letters cannot be written, and searching stays behind: {}", why);
      LOG.debug("the index cannot be written", failure);
    }
    said = Optional.of(why);
    files.note(said);
    nextTry = clock.instant().plus(wait);
    Duration twice = wait.multipliedBy(2);
    wait = twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
  }

  void reset() {
    said = Optional.empty();
    files.note(said);
    wait = SHORTEST_WAIT;
  }
}
