package org.postbag.web;

import java.util.Optional;
import org.postbag.matching.meaning.Meaning;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// The health check's part on matching: WARNING, which is still healthy, when letters' meaning is
/// asked for and the program has no model that tells it.
final class MatchingHealth implements HealthIndicator {
  private final Meaning meaning;

  MatchingHealth(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Health health() {
    Optional<String> trouble = meaning.trouble();
    Health.Builder health =
        trouble.isEmpty() ? Health.up() : Health.status(MailboxesHealth.WARNING);
    trouble.ifPresent(why -> health.withDetail("meaning", why));
    return health.build();
  }
}
