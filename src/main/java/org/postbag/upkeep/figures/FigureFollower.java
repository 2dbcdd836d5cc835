package org.postbag.upkeep.figures;

import java.time.ZoneId;
import java.util.List;
import org.postbag.database.Database;

/// Counts what the ledger tells, each entry once. Several nodes may follow: the row that holds the
/// place is locked first.
public final class FigureFollower {
  private static final int AT_ONCE = 500;

  private final Database database;
  private final JdbcFigures rows;
  private final ZoneId zone;

  /// @param zone where the office is
  public FigureFollower(Database database, ZoneId zone) {
    this.database = database;
    this.rows = new JdbcFigures(database);
    this.zone = zone;
  }

  /// Counts up to the ledger's end.
  public void follow() {
    while (rows.isBehind()) {
      database.doInTransaction(this::countSome);
    }
  }

  private void countSome() {
    long place = rows.lockPlace();
    List<LedgerLine> lines = rows.after(place, AT_ONCE);
    Sums sums = Sums.of(lines, zone);
    rows.addEvents(sums.events());
    rows.addTimes(sums.times());
    rows.moveTo(rows.newestUpTo(place, AT_ONCE));
  }
}
