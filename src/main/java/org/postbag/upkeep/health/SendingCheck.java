package org.postbag.upkeep.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.postbag.database.Database;
import org.postbag.sending.SendingOutage;

/// Whether approved replies leave.
public final class SendingCheck implements OfDatabase {
  private static final String PART = "sending";
  private static final Duration LONG = Duration.ofHours(1);

  private final JdbcUnsent rows;
  private final Duration undoWindow;
  private final Supplier<List<SendingOutage>> outages;
  private final BooleanSupplier isDryRun;
  private final InstantSource clock;

  /// @param outages the mailboxes through which nothing leaves at the moment
  public SendingCheck(
      Database database,
      Duration undoWindow,
      Supplier<List<SendingOutage>> outages,
      BooleanSupplier isDryRun,
      InstantSource clock) {
    this.rows = new JdbcUnsent(database);
    this.undoWindow = undoWindow;
    this.outages = outages;
    this.isDryRun = isDryRun;
    this.clock = clock;
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    JdbcUnsent.Unsent unsent = unsent();
    if (isDryRun.getAsBoolean()) {
      findings.add(Finding.notice(PART, "A dry run holds: nothing that is approved is sent."));
    }
    for (SendingOutage outage : outages.get()) {
      findings.add(refused(outage, unsent));
    }
    findings.add(waiting(unsent));
    return findings;
  }

  /// Those whose undo window is over.
  JdbcUnsent.Unsent unsent() {
    return rows.at(clock.instant().minus(undoWindow));
  }

  private static Finding refused(SendingOutage outage, JdbcUnsent.Unsent unsent) {
    String words =
        "%d approved replies wait; nothing leaves from %s: %s."
            .formatted(unsent.replies(), outage.mailbox(), outage.why());
    String part = PART + " " + outage.mailbox();
    return unsent.replies() > 0 ? Finding.down(part, words) : Finding.warning(part, words);
  }

  private Finding waiting(JdbcUnsent.Unsent unsent) {
    if (unsent.oldest().isEmpty()) {
      return Finding.well(PART, "No approved reply waits beyond its undo window.");
    }
    Instant oldest = unsent.oldest().get();
    String words =
        "%d approved replies have not left; the oldest was approved %d minutes ago."
            .formatted(unsent.replies(), Duration.between(oldest, clock.instant()).toMinutes());
    return oldest.isBefore(clock.instant().minus(LONG))
        ? Finding.warning(
            PART, words + " See whether office hours, a pause, the pace or the server hold them.")
        : Finding.well(PART, words);
  }
}
