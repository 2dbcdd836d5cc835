package org.postbag;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.postbag.database.CannotOpen;
import org.postbag.database.DatabaseSettings;
import org.postbag.database.NodeLease;
import org.postbag.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds the lease of this node's name for as long as the daemon runs.
///
/// A database server that is restarted forgets the lease. It is taken again within ten seconds;
/// should another node have been faster, this one ends, because each would settle the other's
/// replies.
final class LeaseWatch implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(LeaseWatch.class);

  private final NodeLease lease;
  private final CompletableFuture<String> lost = new CompletableFuture<>();
  private final Periodic looks;

  private LeaseWatch(NodeLease lease, Duration every) {
    this.lease = lease;
    this.looks = new Periodic("lease", every, this::look);
  }

  /// @throws CannotStart when another daemon of this name runs on the database
  /// @throws CannotOpen when the database does not answer
  static LeaseWatch take(Settings settings) {
    return take(settings.database(), settings.sending().node(), EVERY);
  }

  /// @param every time between two looks
  static LeaseWatch take(DatabaseSettings database, String node, Duration every) {
    NodeLease lease = new NodeLease(database, node);
    Optional<String> holder = lease.acquire();
    if (holder.isPresent()) {
      throw CannotStart.inUse(node, holder.get());
    }
    LeaseWatch watch = new LeaseWatch(lease, every);
    if (!database.isSqlite()) {
      watch.looks.start();
    }
    return watch;
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
    looks.close();
    lease.close();
  }
}
