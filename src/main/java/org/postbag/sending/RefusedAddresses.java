package org.postbag.sending;

import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;
import org.postbag.email.Address;

/// The room's door to the addresses that a server refused for good.
public final class RefusedAddresses {
  private final Database database;
  private final JdbcRefusedAddresses rows;

  public RefusedAddresses(Database database) {
    this.database = database;
    this.rows = new JdbcRefusedAddresses(database);
  }

  /// All of them, the newest first.
  public List<RefusedAddress> all() {
    return rows.all();
  }

  public Optional<RefusedAddress> find(Address address) {
    return rows.find(address);
  }

  /// A person wants to write to that address again.
  ///
  /// @return false when it was not refused
  public boolean allow(Address address) {
    return database.inTransaction(() -> rows.remove(address));
  }
}
