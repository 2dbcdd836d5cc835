package org.postbag.sending;

import java.time.InstantSource;
import java.util.List;
import org.postbag.database.Database;
import org.postbag.ledger.Actor;

/// The room's door for people who stop what leaves. A pause outlives a restart, and holds from the
/// next claim on: what a server was already told about cannot be called back.
public final class Pauses {
  private final Database database;
  private final JdbcPauses rows;
  private final InstantSource clock;

  public Pauses(Database database, InstantSource clock) {
    this.database = database;
    this.rows = new JdbcPauses(database);
    this.clock = clock;
  }

  /// What is stopped now.
  public List<Pause> all() {
    return rows.all();
  }

  /// Stops it; nothing changes when it is stopped already.
  public void pause(Pause.Scope scope, Actor by) {
    Pause pause = new Pause(scope, clock.instant(), by.name());
    database.doInTransaction(() -> rows.add(pause));
  }

  /// Lets it leave again.
  public void resume(Pause.Scope scope) {
    database.doInTransaction(() -> rows.remove(scope));
  }
}
