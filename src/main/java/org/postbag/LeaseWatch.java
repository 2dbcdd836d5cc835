package org.postbag;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postbag.database.CannotOpen;
import org.postbag.database.NodeLease;
import org.postbag.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds the lease of this node's name for as long as the daemon runs.
///
/// A database server that is restarted forgets the lease. It is taken again within [#EVERY]; should
/// another node have been faster, this one ends, because each would settle the other's replies.
final class LeaseWatch implements AutoCloseable {
  static final Duration EVERY = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(LeaseWatch.class);

  private final NodeLease lease;
  private final CompletableFuture<String> lost = new CompletableFuture<>();
  private final CountDownLatch ending = new CountDownLatch(1);

  private LeaseWatch(NodeLease lease) {
    this.lease = lease;
  }

  /// @throws CannotStart when another daemon of this name runs on the database
  /// @throws CannotOpen when the database does not answer
  static LeaseWatch take(Settings settings) {
    String node = settings.sending().node();
    NodeLease lease = new NodeLease(settings.database(), node);
    Optional<String> holder = lease.acquire();
    if (holder.isPresent()) {
      throw CannotStart.inUse(node, holder.get());
    }
    LeaseWatch watch = new LeaseWatch(lease);
    if (!settings.database().isSqlite()) {
      watch.start(EVERY);
    }
    return watch;
  }

  private void start(Duration every) {
    Thread.ofVirtual().name("lease").start(() -> watch(every));
  }

  private void watch(Duration every) {
    try {
      while (!lost.isDone() && !ending.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      lease.acquire().ifPresent(lost::complete);
    } catch (CannotOpen e) {
      // While the server is away nothing can be claimed, by nobody; the routes say that it is away.
      LOG.debug("the lease", e);
    }
  }

  /// Completed with who holds the lease instead, in words.
  CompletableFuture<String> lost() {
    return lost;
  }

  @Override
  public void close() {
    ending.countDown();
    lease.close();
  }
}
