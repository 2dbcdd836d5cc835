package org.postbag.intake;

import java.util.Optional;

/// Whether a mailbox's name still means the account whose letters are kept under it.
@FunctionalInterface
public interface AccountCheck {
  /// What speaks against using the mailbox, in plain words; empty when nothing does.
  Optional<String> objection(MailboxSettings mailbox);
}
