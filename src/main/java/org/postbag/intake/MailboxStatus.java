package org.postbag.intake;

import java.time.Instant;
import java.util.Optional;

/// How one folder of one mailbox fares at this moment.
///
/// @param since when it came into this condition
/// @param lastRead when it was last looked through to its end
/// @param trouble what is wrong and what mends it, in plain words; empty when nothing is
/// @param gaps letters that the server lists and does not give
public record MailboxStatus(
    String mailbox,
    String folder,
    Condition condition,
    Instant since,
    Optional<Instant> lastRead,
    Optional<String> trouble,
    int gaps) {
  /// STARTING: not looked through yet. WATCHING: all that came is kept. READING: letters are being
  /// fetched. WAITING: something failed and is tried again after a pause. REFUSED: the server does
  /// not accept our sign-in; a person must act. OTHER_ACCOUNT: the name means another account than
  /// before; an administrator must act. STOPPED: the daemon is leaving.
  public enum Condition {
    STARTING,
    READING,
    WATCHING,
    WAITING,
    REFUSED,
    OTHER_ACCOUNT,
    STOPPED
  }

  public boolean isTroubled() {
    return switch (condition) {
      case WAITING, REFUSED, OTHER_ACCOUNT -> true;
      case STARTING, READING, WATCHING, STOPPED -> false;
    };
  }
}
