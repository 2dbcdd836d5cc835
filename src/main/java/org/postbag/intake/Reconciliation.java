package org.postbag.intake;

import java.time.Instant;
import java.util.List;

/// What a folder holds against what we know, by UID.
///
/// @param standing letters in the folder that are ours: neither skipped at the first start nor
///   newer than the cursor
/// @param kept how many of them are kept
/// @param gaps how many of them were known to be withheld by the server
/// @param missing UIDs of those that were not accounted for; noted as gaps by now, so that they are
///   fetched
/// @param gone letters that are kept and stand in the folder no more, as staff move and delete them
public record Reconciliation(
    String mailbox,
    String folder,
    Instant at,
    int standing,
    int kept,
    int gaps,
    List<Long> missing,
    int gone) {
  public Reconciliation {
    missing = List.copyOf(missing);
  }

  /// Whether every letter is accounted for.
  public boolean balances() {
    return missing.isEmpty();
  }
}
