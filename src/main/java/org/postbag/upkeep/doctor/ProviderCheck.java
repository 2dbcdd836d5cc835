package org.postbag.upkeep.doctor;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postbag.intake.Credentials;
import org.postbag.intake.MailboxSettings;
import org.postbag.sending.RateLimit;
import org.postbag.sending.SendingSettings;
import org.postbag.upkeep.health.Finding;
import org.postbag.upkeep.health.HealthCheck;

/// Whether the pace of a mailbox is within what its provider allows, and its secret lasts.
public record ProviderCheck(
    List<MailboxSettings> mailboxes, SendingSettings sending, LocalDate today)
    implements HealthCheck {
  private static final Duration SOON = Duration.ofDays(30);

  private static final Map<String, RateLimit> BY_HOST =
      Map.of(
          "smtp.office365.com", RateLimit.MICROSOFT_365,
          "smtp.gmail.com", RateLimit.GOOGLE);

  private static final Map<RateLimit, String> NAMES =
      Map.of(RateLimit.MICROSOFT_365, "microsoft-365", RateLimit.GOOGLE, "google");

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    for (MailboxSettings mailbox : mailboxes) {
      pace(mailbox, findings);
      secret(mailbox, findings);
    }
    return findings;
  }

  private void pace(MailboxSettings mailbox, List<Finding> findings) {
    RateLimit allowed = BY_HOST.get(mailbox.smtp().host().toLowerCase(Locale.ROOT));
    RateLimit ours = sending.paceOf(mailbox.name());
    if (allowed != null
        && (ours.perMinute() > allowed.perMinute() || ours.perDay() > allowed.perDay())) {
      findings.add(
          Finding.warning(
              "pace of " + mailbox.name(),
              "It may send faster than %s allows, which locks mailboxes; write `pace: %s`."
                  .formatted(mailbox.smtp().host(), NAMES.get(allowed))));
    }
  }

  private void secret(MailboxSettings mailbox, List<Finding> findings) {
    if (mailbox.credentials() instanceof Credentials.OAuth2 oauth2) {
      oauth2
          .secretExpires()
          .filter(day -> day.isBefore(today.plusDays(SOON.toDays())))
          .ifPresent(day ->
              findings.add(
                  Finding.warning(
                      "secret of " + mailbox.name(),
                      "The client secret ends on %s; make a new one at the provider."
                          .formatted(day))));
    }
  }
}
