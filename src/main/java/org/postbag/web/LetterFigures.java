package org.postbag.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Arrays;
import org.postbag.intake.MailboxHealth;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;

/// Counts for Prometheus: how many letters are in each state, and how many mailboxes are unwell. No
/// names, no addresses, no numbers of letters.
final class LetterFigures implements MeterBinder {
  private final Ledger ledger;
  private final MailboxHealth mailboxes;

  LetterFigures(Ledger ledger, MailboxHealth mailboxes) {
    this.ledger = ledger;
    this.mailboxes = mailboxes;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Arrays.stream(State.values())
        .filter(state -> state != State.KEPT)
        .forEach(state -> letters(state, registry));
    Gauge.builder(
            "postbag.mailboxes.unhealthy",
            mailboxes,
            health -> health.unhealthy(MailboxesHealth.TOO_LONG).size())
        .description("Mailboxes that have not been read for too long, or refuse the sign-in")
        .register(registry);
  }

  private void letters(State state, MeterRegistry registry) {
    Gauge.builder("postbag.letters", ledger, books -> books.account().of(state))
        .description("Letters in each state")
        .tag("state", state.label())
        .register(registry);
  }
}
