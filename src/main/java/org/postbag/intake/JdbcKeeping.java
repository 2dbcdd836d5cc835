package org.postbag.intake;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postbag.database.Database;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/// The tables `letter`, `letter_raw` and `letter_place`: adds a batch of letters with a few
/// statements, and adds nothing twice when it is repeated.
final class JdbcKeeping {
  private static final String PLACES =
      """
      SELECT uid, letter_id FROM letter_place
      WHERE mailbox = :mailbox AND folder = :folder AND uid_validity = :uidValidity
        AND uid BETWEEN :first AND :last
      """;
  private static final String LETTERS =
      """
      SELECT uid, id FROM letter
      WHERE mailbox = :mailbox AND folder = :folder AND uid_validity = :uidValidity
        AND uid BETWEEN :first AND :last
      """;

  private final Database database;
  private final JdbcDuplicates likeness;

  JdbcKeeping(Database database) {
    this.database = database;
    this.likeness = new JdbcDuplicates(database);
  }

  /// Keeps the letters whose places are new and that are not recognised as letters kept already.
  ///
  /// @param letters of one folder, in the order of their UIDs
  void keep(List<NewLetter> letters, Cursor cursor, Instant now) {
    Set<Long> known = places(letters);
    List<NewLetter> fresh = letters.stream().filter(l -> !known.contains(l.uid().uid())).toList();
    if (!fresh.isEmpty()) {
      addPlaces(fresh, numbered(fresh, cursor, now));
    }
  }

  private Set<Long> places(List<NewLetter> letters) {
    return letters.isEmpty() ? Set.of() : byUid(PLACES, letters).keySet();
  }

  /// The letters' numbers by UID, from the first to the last of these letters.
  private Map<Long, Long> byUid(String sql, List<NewLetter> letters) {
    ImapUid first = letters.getFirst().uid();
    Map<Long, Long> found = new HashMap<>();
    database
        .sql(sql)
        .param("mailbox", first.mailbox())
        .param("folder", first.folder())
        .param("uidValidity", first.uidValidity())
        .param("first", first.uid())
        .param("last", letters.getLast().uid().uid())
        .query((row, _) -> found.put(row.getLong(1), row.getLong(2)))
        .list();
    return found;
  }

  /// The letters' numbers by UID; a letter that is not recognised is kept now.
  private Map<Long, Long> numbered(List<NewLetter> letters, Cursor cursor, Instant now) {
    Map<Long, Long> numbers = new HashMap<>();
    Deduplication deduplication = likeness.of(letters, cursor);
    for (NewLetter letter : letters) {
      deduplication.find(letter).ifPresent(id -> numbers.put(letter.uid().uid(), id));
    }
    moveTo(deduplication.moved());
    List<NewLetter> unknown =
        letters.stream().filter(l -> !numbers.containsKey(l.uid().uid())).toList();
    numbers.putAll(keepUnknown(unknown, now));
    return numbers;
  }

  private Map<Long, Long> keepUnknown(List<NewLetter> letters, Instant now) {
    if (letters.isEmpty()) {
      return Map.of();
    }
    Map<NewLetter, NewLetter> firsts = Deduplication.firsts(letters);
    List<NewLetter> different = firsts.values().stream().distinct().toList();
    insert(different, now);
    Map<Long, Long> inserted = byUid(LETTERS, different);
    insertBytes(different, inserted);
    Map<Long, Long> numbers = new HashMap<>();
    firsts.forEach(
        (letter, first) -> numbers.put(letter.uid().uid(), inserted.get(first.uid().uid())));
    return numbers;
  }

  private void insert(List<NewLetter> letters, Instant now) {
    database.batch(
        """
        INSERT INTO letter (mailbox, folder, uid_validity, uid, message_id, content_hash,
          received, kept, size, cut, imported)
        VALUES (:mailbox, :folder, :uidValidity, :uid, :messageId, :contentHash,
          :received, :kept, :size, :cut, :imported)
        """,
        letters.stream().map(letter -> row(letter, now)).toList());
  }

  private static MapSqlParameterSource row(NewLetter letter, Instant now) {
    return place(letter.uid())
        .addValue("messageId", letter.print().messageId())
        .addValue("contentHash", letter.print().contentHash())
        .addValue("received", letter.received().toEpochMilli())
        .addValue("kept", now.toEpochMilli())
        .addValue("size", letter.rfc822().length)
        .addValue("cut", letter.cut() ? 1 : 0)
        .addValue("imported", letter.imported() ? 1 : 0);
  }

  private static MapSqlParameterSource place(ImapUid uid) {
    return new MapSqlParameterSource("mailbox", uid.mailbox())
        .addValue("folder", uid.folder())
        .addValue("uidValidity", uid.uidValidity())
        .addValue("uid", uid.uid());
  }

  private void insertBytes(List<NewLetter> letters, Map<Long, Long> numbers) {
    database.batch(
        "INSERT INTO letter_raw (letter_id, rfc822) VALUES (:letter, :rfc822)",
        letters.stream()
            .map(letter ->
                new MapSqlParameterSource("letter", numbers.get(letter.uid().uid()))
                    .addValue("rfc822", letter.rfc822()))
            .toList());
  }

  private void moveTo(Map<NewLetter, Long> moved) {
    database.batch(
        """
        UPDATE letter SET folder = :folder, uid_validity = :uidValidity, uid = :uid
        WHERE id = :letter
        """,
        moved.entrySet().stream()
            .map(entry -> place(entry.getKey().uid()).addValue("letter", entry.getValue()))
            .toList());
  }

  private void addPlaces(List<NewLetter> letters, Map<Long, Long> numbers) {
    database.batch(
        """
        INSERT INTO letter_place (mailbox, folder, uid_validity, uid, letter_id)
        VALUES (:mailbox, :folder, :uidValidity, :uid, :letter)
        """,
        letters.stream()
            .map(NewLetter::uid)
            .map(uid -> place(uid).addValue("letter", numbers.get(uid.uid())))
            .toList());
  }
}
