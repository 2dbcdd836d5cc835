package org.postbag.review.handling;

import java.util.Optional;
import org.postbag.database.Database;

/// Replies that are being written, kept each second: they survive a crash of the browser, of the
/// machine and of Postbag. One for each letter and person; nobody else sees it.
public final class Writings {
  /// Characters that a reply may have.
  public static final int LONGEST = 200_000;

  private final Database database;
  private final JdbcWritings rows;

  public Writings(Database database) {
    this.database = database;
    this.rows = new JdbcWritings(database);
  }

  /// Keeps what is written so far, in the place of what was kept before.
  ///
  /// @return false when it is too long, or there is no such letter
  public boolean keep(long letter, String member, Writing writing) {
    return writing.text().length() <= LONGEST
        && writing.subject().length() <= LONGEST
        && database.inTransaction(() -> rows.write(letter, member, writing));
  }

  public Optional<Writing> of(long letter, String member) {
    return rows.of(letter, member);
  }

  public void discard(long letter, String member) {
    database.doInTransaction(() -> rows.delete(letter, member));
  }
}
