package org.postbag.web;

import java.time.Duration;
import org.postbag.intake.MailboxHealth;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// The health check's part on mailboxes: down when one has not been read for too long, or refuses
/// our sign-in; WARNING, which is still healthy, when letters were found that were not known, or
/// when a sign-in ends in a few days.
final class MailboxesHealth implements HealthIndicator {
  static final String WARNING = "WARNING";
  static final Duration TOO_LONG = Duration.ofMinutes(15);

  private final MailboxHealth mailboxes;

  MailboxesHealth(MailboxHealth mailboxes) {
    this.mailboxes = mailboxes;
  }

  @Override
  public Health health() {
    var unhealthy = mailboxes.unhealthy(TOO_LONG);
    Health.Builder health = unhealthy.isEmpty() ? wellOrWarning() : Health.down();
    unhealthy.forEach(status ->
        health.withDetail(
            status.mailbox() + "/" + status.folder(),
            status.trouble().orElse("not read for too long")));
    return health.build();
  }

  private Health.Builder wellOrWarning() {
    boolean differs = mailboxes.reconciliations().stream().anyMatch(r -> !r.balances());
    return differs || !mailboxes.notices().isEmpty() ? Health.status(WARNING) : Health.up();
  }
}
