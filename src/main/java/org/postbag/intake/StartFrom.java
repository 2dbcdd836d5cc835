package org.postbag.intake;

import java.time.LocalDate;

/// What the first start does with the letters that stand in the mailbox already. None of them ever
/// gets a draft.
public sealed interface StartFrom {
  /// Leaves them alone.
  record Now() implements StartFrom {}

  /// Keeps all of them.
  record All() implements StartFrom {}

  /// Keeps those that the mailbox got on that day (UTC) or later.
  record Since(LocalDate day) implements StartFrom {}
}
