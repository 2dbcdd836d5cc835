package org.postbag.web;

import java.time.InstantSource;
import java.util.List;
import org.postbag.database.Database;

/// The lists that each member of the staff narrowed and kept: the table `saved_view`.
public final class SavedViews {
  /// More than these nobody looks through.
  private static final int MOST = 12;

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_ADDRESS = 2000;

  private final JdbcSavedViews rows;
  private final InstantSource clock;

  SavedViews(Database database, InstantSource clock) {
    this.rows = new JdbcSavedViews(database);
    this.clock = clock;
  }

  /// In the order in which they were kept.
  public List<SavedView> of(String staff) {
    return rows.all(staff, MOST);
  }

  /// Keeps a view; one of that name is replaced.
  ///
  /// @return false when the name or the address is too long or empty, or there are too many
  public boolean keep(String staff, String name, String address) {
    String called = name.strip();
    boolean fits =
        !called.isEmpty()
            && called.length() <= LONGEST_NAME
            && address.length() <= LONGEST_ADDRESS
            && (of(staff).size() < MOST
                || of(staff).stream().anyMatch(v -> v.name().equals(called)));
    if (fits) {
      rows.put(staff, new SavedView(called, address), clock.instant());
    }
    return fits;
  }

  public void remove(String staff, String name) {
    rows.delete(staff, name);
  }
}
