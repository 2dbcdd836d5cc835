package org.postbag.review.handling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.postbag.database.Database;

/// Who has a letter open at the desk. Whoever closes the page is forgotten by the clock.
public final class Presence {
  /// How long somebody counts as present after their page was heard of.
  public static final Duration LASTS = Duration.ofSeconds(45);

  private final Database database;
  private final JdbcPresence rows;
  private final InstantSource clock;

  public Presence(Database database, InstantSource clock) {
    this.database = database;
    this.rows = new JdbcPresence(database);
    this.clock = clock;
  }

  /// Somebody has the letter open.
  ///
  /// @return the names of the others who have
  public List<String> here(long letter, String member) {
    Instant now = clock.instant();
    return database.inTransaction(() -> {
      rows.forget(letter, now);
      rows.write(letter, member, now.plus(LASTS));
      return rows.others(letter, member, now);
    });
  }

  /// Somebody has left the letter.
  public void gone(long letter, String member) {
    database.doInTransaction(() -> rows.delete(letter, member));
  }
}
