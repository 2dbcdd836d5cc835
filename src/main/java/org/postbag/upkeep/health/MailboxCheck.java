package org.postbag.upkeep.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.MailboxStatus;

/// Whether every mailbox is read, and signed in to for longer than a few days yet.
public final class MailboxCheck implements HealthCheck {
  /// A mailbox that was not read for so long is not healthy.
  public static final Duration TOO_LONG = Duration.ofMinutes(15);

  private final MailboxHealth mailboxes;
  private final InstantSource clock;

  public MailboxCheck(MailboxHealth mailboxes, InstantSource clock) {
    this.mailboxes = mailboxes;
    this.clock = clock;
  }

  @Override
  public List<Finding> look() {
    List<MailboxStatus> unhealthy = mailboxes.unhealthy(TOO_LONG);
    List<Finding> findings = new ArrayList<>();
    mailboxes.all().forEach(status -> findings.add(of(status, unhealthy.contains(status))));
    mailboxes.reconciliations().stream()
        .filter(result -> !result.balances())
        .map(result ->
            Finding.warning(
                "mailbox " + result.mailbox(),
                "%d letters were found in %s that were not known; they are fetched."
                    .formatted(result.missing().size(), result.folder())))
        .forEach(findings::add);
    mailboxes.notices().stream()
        .map(notice -> Finding.warning("sign-in", notice + "."))
        .forEach(findings::add);
    return findings;
  }

  private Finding of(MailboxStatus status, boolean unhealthy) {
    String part = "mailbox " + status.mailbox() + "/" + status.folder();
    String read =
        status
            .lastRead()
            .map(at -> "last read to its end %d s ago".formatted(seconds(at)))
            .orElse("not read to its end yet");
    if (unhealthy) {
      return Finding.down(
          part, "It is " + read + ": " + status.trouble().orElse("no answer") + ".");
    }
    return status.isTroubled()
        ? Finding.warning(part, "It is " + read + ": " + status.trouble().orElse("") + ".")
        : Finding.well(part, "It is " + read + ".");
  }

  private long seconds(Instant at) {
    return ChronoUnit.SECONDS.between(at, clock.instant());
  }
}
