package org.postbag.sending;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postbag.database.Database;
import org.postbag.email.Address;

/// The table `refused_address`: addresses that a server refused permanently (RFC 5321 §4.2.1).
final class JdbcRefusedAddresses {
  private final Database database;

  JdbcRefusedAddresses(Database database) {
    this.database = database;
  }

  void add(Address address, long letter, String words, Instant at) {
    database
        .sql(
            """
            INSERT INTO refused_address (address, since, letter_id, words)
            VALUES (:address, :since, :letter, :words)
            ON CONFLICT (address) DO UPDATE
            SET since = excluded.since, letter_id = excluded.letter_id, words = excluded.words
            """)
        .param("address", key(address))
        .param("since", at.toEpochMilli())
        .param("letter", letter)
        .param("words", words)
        .update();
  }

  Optional<RefusedAddress> find(Address address) {
    return database
        .sql("SELECT * FROM refused_address WHERE address = :address")
        .param("address", key(address))
        .query(JdbcRefusedAddresses::refused)
        .optional();
  }

  List<RefusedAddress> all() {
    return database
        .sql("SELECT * FROM refused_address ORDER BY since DESC, address")
        .query(JdbcRefusedAddresses::refused)
        .list();
  }

  boolean remove(Address address) {
    return database
            .sql("DELETE FROM refused_address WHERE address = :address")
            .param("address", key(address))
            .update()
        == 1;
  }

  private static RefusedAddress refused(ResultSet row, int number) throws SQLException {
    return new RefusedAddress(
        Address.parse(row.getString("address")).orElseThrow(),
        Instant.ofEpochMilli(row.getLong("since")),
        row.getString("words"));
  }

  /// In lower case, since [Address#sameAs] ignores case.
  private static String key(Address address) {
    return address.toString().toLowerCase(Locale.ROOT);
  }

  /// What was said when the address to which a letter's reply went was refused.
  Optional<String> words(long letter) {
    return database
        .sql("SELECT words FROM refused_address WHERE letter_id = :letter LIMIT 1")
        .param("letter", letter)
        .query(String.class)
        .optional();
  }
}
