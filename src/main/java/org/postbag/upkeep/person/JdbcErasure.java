package org.postbag.upkeep.person;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.postbag.database.Database;
import org.postbag.email.Address;

/// Removes everything that is kept of letters, from every table that has it; see V71.
final class JdbcErasure {
  /// Rows that refer to others stand before these.
  static final List<String> TABLES =
      List.of(
          "attempt",
          "approval",
          "draft",
          "letter_match",
          "letter_sense",
          "letter_opened",
          "letter_note",
          "letter_holder",
          "letter_snooze",
          "letter_reader",
          "letter_writing",
          "group_sample",
          "sent_trace",
          "letter_raw");

  private final Database database;

  JdbcErasure(Database database) {
    this.database = database;
  }

  void erase(List<Long> letters, Instant at) {
    for (String table : TABLES) {
      database
          .sql("DELETE FROM %s WHERE letter_id IN (:letters)".formatted(table))
          .param("letters", letters)
          .update();
    }
    database
        .sql(
            """
            UPDATE letter SET message_id = NULL, size = 0, erased = :at WHERE id IN (:letters)
            """)
        .param("at", at.toEpochMilli())
        .param("letters", letters)
        .update();
  }

  /// What is known of an address itself: that a server refused it, that too much went to it.
  void forget(Address person) {
    String canonical = person.canonical().toString();
    List<String> refused =
        database
            .sql("SELECT address FROM refused_address")
            .query((row, _) -> row.getString(1))
            .stream()
            .filter(address -> Address.parse(address).filter(person::sameAs).isPresent())
            .toList();
    for (String address : refused) {
      database
          .sql("DELETE FROM refused_address WHERE address = :address")
          .param("address", address)
          .update();
    }
    forgetViews(person);
    database
        .sql("DELETE FROM breaker WHERE scope = :scope")
        .param("scope", "recipient:" + canonical)
        .update();
  }

  /// Lists that somebody kept under the address, which stands in them as a query does (`@` as
  /// `%40`).
  private void forgetViews(Address person) {
    String plain = person.toString().toLowerCase(Locale.ROOT);
    database
        .sql(
            """
            DELETE FROM saved_view
            WHERE lower(address) LIKE :plain OR lower(address) LIKE :encoded OR lower(name) LIKE :plain
            """)
        .param("plain", "%" + plain + "%")
        .param(
            "encoded",
            "%" + URLEncoder.encode(plain, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT) + "%")
        .update();
  }
}
