package org.postbag.past;

import java.io.IOException;
import org.postbag.database.Database;
import org.postbag.database.Maintenance;
import org.postbag.search.PastIndex;

/// Forgets the past as a whole.
public final class Forgetting {
  private Forgetting() {}

  /// Empties the tables, on whose rows a daemon may look meanwhile: its index follows within a
  /// minute.
  ///
  /// @return how many letters there were
  public static long rows(Database database) {
    Past.Account account = new Past(database).account();
    new JdbcForgetting(database).run();
    return account.received() + account.sent();
  }

  /// Takes the past out of its index and out of the free space of the database, where no daemon
  /// runs.
  public static void traces(Database database, PastIndex index) throws IOException {
    index.erase(index.gone());
    new Maintenance(database).compact();
  }
}
