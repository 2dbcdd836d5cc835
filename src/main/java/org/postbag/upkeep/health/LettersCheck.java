package org.postbag.upkeep.health;

import java.util.List;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.ledger.Totals;

/// Whether letters wait for an answer that only a person can give.
public final class LettersCheck implements OfDatabase {
  private static final String PART = "letters";

  private final Ledger ledger;

  public LettersCheck(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public List<Finding> look() {
    Totals account = ledger.account();
    long unclear = account.of(State.UNCLEAR);
    long failed = account.of(State.FAILED);
    if (unclear > 0) {
      return List.of(
          Finding.warning(
              PART, unclear + " replies are unclear: a person must say whether they have left."));
    }
    return List.of(
        failed > 0
            ? Finding.notice(PART, failed + " replies failed; a person may write another way.")
            : Finding.well(PART, "None is unclear, and none failed."));
  }
}
