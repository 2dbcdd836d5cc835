package org.postbag.upkeep.person;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.postbag.database.Database;
import org.postbag.email.Address;

/// Letters by the person they are from or answered to: the tables `draft`, `approval`, and the
/// bytes of letters that have no sender there.
final class JdbcPersonLetters {
  /// Letters that one statement reads; a letter has 25 MB at most.
  private static final int PAGE = 20;

  /// A letter's bytes.
  @SuppressWarnings("ArrayRecordComponent") // letters are large, and never compared
  record Raw(long letter, byte[] rfc822) {}

  private final Database database;

  JdbcPersonLetters(Database database) {
    this.database = database;
  }

  /// By the indexes `draft_from`, `draft_to` and `approval_to`.
  Set<Long> known(Address person) {
    return new TreeSet<>(
        database
            .sql(
                """
                SELECT letter_id FROM draft WHERE from_canonical = :person
                UNION SELECT letter_id FROM draft WHERE to_canonical = :person
                UNION SELECT letter_id FROM approval WHERE to_canonical = :person
                """)
            .param("person", person.canonical().toString())
            .query((row, _) -> row.getLong(1))
            .list());
  }

  /// Every spelling in which the address was written.
  Set<String> spellings(Address person) {
    Set<String> spellings = new HashSet<>();
    spellings.add(person.toString());
    spellings.add(person.canonical().toString());
    spellings.addAll(
        database
            .sql(
                """
                SELECT from_address FROM draft WHERE from_canonical = :person
                UNION SELECT to_address FROM draft WHERE to_canonical = :person
                UNION SELECT to_address FROM approval WHERE to_canonical = :person
                """)
            .param("person", person.canonical().toString())
            .query((row, _) -> row.getString(1))
            .list());
    return spellings;
  }

  /// The next letters that nobody has read yet.
  List<Raw> unread(long after) {
    return database
        .sql(
            """
            SELECT l.id, r.rfc822
            FROM letter l JOIN letter_raw r ON r.letter_id = l.id
              LEFT JOIN letter_state s ON s.letter_id = l.id
            WHERE l.id > :after AND s.letter_id IS NULL ORDER BY l.id LIMIT :limit
            """)
        .param("after", after)
        .param("limit", PAGE)
        .query((row, _) -> new Raw(row.getLong(1), row.getBytes(2)))
        .list();
  }

  /// The next letters that a machine wrote; delivery reports are among them.
  List<Raw> setAside(long after) {
    return database
        .sql(
            """
            SELECT s.letter_id, r.rfc822
            FROM letter_state s CROSS JOIN letter_raw r ON r.letter_id = s.letter_id
            WHERE s.state = 'setAside' AND s.letter_id > :after ORDER BY s.letter_id LIMIT :limit
            """)
        .param("after", after)
        .param("limit", PAGE)
        .query((row, _) -> new Raw(row.getLong(1), row.getBytes(2)))
        .list();
  }
}
