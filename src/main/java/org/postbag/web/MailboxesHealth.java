package org.postbag.web;

import java.time.Duration;
import org.postbag.intake.MailboxHealth;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// The health check's part on mailboxes: down when one has not been read for too long, or refuses
/// our sign-in.
final class MailboxesHealth implements HealthIndicator {
  static final Duration TOO_LONG = Duration.ofMinutes(15);

  private final MailboxHealth mailboxes;

  MailboxesHealth(MailboxHealth mailboxes) {
    this.mailboxes = mailboxes;
  }

  @Override
  public Health health() {
    var unhealthy = mailboxes.unhealthy(TOO_LONG);
    Health.Builder health = unhealthy.isEmpty() ? Health.up() : Health.down();
    unhealthy.forEach(status ->
        health.withDetail(
            status.mailbox() + "/" + status.folder(),
            status.trouble().orElse("not read for too long")));
    return health.build();
  }
}
