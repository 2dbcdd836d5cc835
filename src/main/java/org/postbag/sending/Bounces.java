package org.postbag.sending;

import java.util.Optional;
import org.postbag.intake.DeliveryReport;
import org.postbag.reply.Draft;
import org.postbag.reply.DraftBatch;
import org.postbag.reply.Proposal;

/// Lets delivery reports (RFC 3464) find the replies of ours that they are about.
public final class Bounces {
  private final Settlement settlement;

  public Bounces(Settlement settlement) {
    this.settlement = settlement;
  }

  /// Applies every report among letters that were just read; may be repeated without harm. Only
  /// what was set aside as a machine's letter is looked into: a person who forwards a report is
  /// read by a person.
  public void apply(DraftBatch batch) {
    batch.drafts().stream()
        .filter(d -> d.proposal() instanceof Proposal.SetAside)
        .forEach(this::apply);
  }

  private void apply(Draft draft) {
    DeliveryReport.in(draft.kept().rfc822()).ifPresent(this::apply);
  }

  /// Only what says that the reply will never arrive counts, RFC 3464 §2.3.3.
  private void apply(DeliveryReport report) {
    Optional<DeliveryReport.Recipient> lost =
        report.recipients().stream().filter(DeliveryReport.Recipient::permanent).findFirst();
    if (lost.isPresent() && report.about().isPresent()) {
      settlement.bounced(report.about().get(), lost.get().diagnostic());
    }
  }
}
