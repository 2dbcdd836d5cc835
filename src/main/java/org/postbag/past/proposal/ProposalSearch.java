package org.postbag.past.proposal;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for proposals beside the daemon's other work, on a thread of its own; once at a time.
public final class ProposalSearch {
  private static final Logger LOG = LoggerFactory.getLogger(ProposalSearch.class);

  private final PastTopics topics;
  private final Proposals proposals;
  private final Supplier<Collection<String>> taken;
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile Optional<String> trouble = Optional.empty();

  /// @param taken names of the topics and replies that there are
  public ProposalSearch(
      PastTopics topics, Proposals proposals, Supplier<Collection<String>> taken) {
    this.topics = topics;
    this.proposals = proposals;
    this.taken = taken;
  }

  public boolean isRunning() {
    return running.get();
  }

  /// Why the last search ended without a result; empty when it did not.
  public Optional<String> trouble() {
    return trouble;
  }

  /// Starts a search, unless one is running.
  public void start() {
    if (running.compareAndSet(false, true)) {
      trouble = Optional.empty();
      Thread.ofPlatform().daemon().name("past proposals").start(this::run);
    }
  }

  private void run() {
    try {
      int added = proposals.renew(topics.find(Instant.MAX), taken.get());
      LOG.info("{} topics are proposed of the office's past", added);
    } catch (OutOfMemoryError _) {
      trouble =
          Optional.of(
              "There is too little memory for that here. `bin/postbag past propose` has more; its"
                  + " proposals appear on this page.");
    } catch (RuntimeException e) {
      LOG.error("No topics could be made of the office's past", e);
      trouble = Optional.of("It failed; the log says why.");
    } finally {
      running.set(false);
    }
  }
}
