package org.postbag.review.handling;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.database.Database;
import org.postbag.ledger.Actor;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Reason;

/// Who has which letter in hand. It keeps nobody else from deciding; it only says whose it is.
public final class Holders {
  private final JdbcHolders rows;
  private final Ledger ledger;
  private final InstantSource clock;

  public Holders(Database database, Ledger ledger, InstantSource clock) {
    this.rows = new JdbcHolders(database);
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Gives a letter to a member of the staff, whoever had it before.
  ///
  /// @param member the name with which they sign in
  /// @return false when there is no such letter
  public boolean give(long letter, String member, Actor by) {
    return ledger.inTurn(() -> {
      boolean known = ledger.remark(letter, by, new Reason.HandedTo(member));
      if (known) {
        rows.write(letter, member, by.name(), clock.instant());
      }
      return known;
    });
  }

  /// Nobody has the letter any more.
  ///
  /// @return false when nobody had it
  public boolean handBack(long letter, Actor by) {
    return ledger.inTurn(
        () -> rows.delete(letter) && ledger.remark(letter, by, DecisionReason.HANDED_BACK));
  }

  /// The name of whoever has the letter.
  public Optional<String> of(long letter) {
    return Optional.ofNullable(of(List.of(letter)).get(letter));
  }

  /// The same for those of these letters that somebody has.
  public Map<Long, String> of(Collection<Long> letters) {
    return rows.of(letters);
  }

  /// The undecided letters that somebody has in hand, by number upwards.
  public List<Long> openOf(String member, long after, int limit) {
    return rows.openOf(member, after, limit);
  }

  /// How many these are; counted to `most` and no further.
  public int countOpen(String member, int most) {
    return rows.countOpen(member, most);
  }
}
