package org.postbag.sending;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postbag.database.Database;
import org.postbag.email.Address;

/// The rows of addresses that a server refused for good.
final class JdbcRefusals {
  private final Database database;

  JdbcRefusals(Database database) {
    this.database = database;
  }

  void add(Address address, long letter, String words, Instant at) {
    database
        .sql(
            "INSERT INTO refused_address (address, since, letter_id, words) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (address) DO UPDATE SET since = excluded.since,"
                + " letter_id = excluded.letter_id, words = excluded.words")
        .params(key(address), at.toEpochMilli(), letter, words)
        .update();
  }

  Optional<RefusedAddress> find(Address address) {
    return database
        .sql("SELECT * FROM refused_address WHERE address = ?")
        .param(key(address))
        .query((row, _) ->
            refused(row.getString("address"), row.getLong("since"), row.getString("words")))
        .optional();
  }

  List<RefusedAddress> all() {
    return database
        .sql("SELECT * FROM refused_address ORDER BY since DESC, address")
        .query((row, _) ->
            refused(row.getString("address"), row.getLong("since"), row.getString("words")))
        .list();
  }

  boolean remove(Address address) {
    return database
            .sql("DELETE FROM refused_address WHERE address = ?")
            .param(key(address))
            .update()
        == 1;
  }

  private static RefusedAddress refused(String address, long since, String words) {
    return new RefusedAddress(
        Address.parse(address).orElseThrow(), Instant.ofEpochMilli(since), words);
  }

  /// Without case, as [Address#sameAs] compares.
  private static String key(Address address) {
    return address.toString().toLowerCase(Locale.ROOT);
  }
}
