package org.postbag.sending;

import java.util.Map;
import java.util.Optional;

/// `postbag.sending` in `config/application.yaml`.
///
/// @param dryRun approved replies stay approved; the shipped default
/// @param rateLimit how fast a mailbox may send that has no pace of its own
/// @param paces by mailbox name
/// @param officeHours replies leave in these hours only; empty: at any time
/// @param node the name under which this program claims replies; another one on each machine that
///   shares the database, and the same one after a restart
public record SendingSettings(
    boolean dryRun,
    RateLimit rateLimit,
    Map<String, RateLimit> paces,
    Retries retries,
    Optional<OfficeHours> officeHours,
    String node) {
  /// Dry run, no limits, the standard table of retries, at any time of day, one node.
  public static final SendingSettings STANDARD =
      new SendingSettings(
          true, RateLimit.PLAIN, Map.of(), Retries.STANDARD, Optional.empty(), "postbag");

  public SendingSettings {
    paces = Map.copyOf(paces);
    if (node.isBlank()) {
      throw new IllegalArgumentException("a node needs a name");
    }
  }

  /// The pace of that mailbox.
  public RateLimit paceOf(String mailbox) {
    return paces.getOrDefault(mailbox, rateLimit);
  }

  /// The same, and approved replies leave.
  public SendingSettings live() {
    return new SendingSettings(false, rateLimit, paces, retries, officeHours, node);
  }

  public SendingSettings withPace(RateLimit other) {
    return new SendingSettings(dryRun, other, paces, retries, officeHours, node);
  }
}
