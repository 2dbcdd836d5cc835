package org.postbag.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;

/// Puts letters into their rows, with a few statements for a whole batch; all may be repeated
/// without harm.
final class JdbcKeeping {
  private static final String BETWEEN =
      " WHERE mailbox = ? AND folder = ? AND uid_validity = ? AND uid BETWEEN ? AND ?";

  private final Database database;
  private final JdbcLikeness likeness;

  JdbcKeeping(Database database) {
    this.database = database;
    this.likeness = new JdbcLikeness(database);
  }

  /// Keeps those letters whose places are not known yet and that are not recognised as ones that
  /// are kept already.
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
    return letters.isEmpty() ? Set.of() : byUid("letter_id", "letter_place", letters).keySet();
  }

  /// What stands between those letters, by UID.
  private Map<Long, Long> byUid(String column, String table, List<NewLetter> letters) {
    ImapUid first = letters.getFirst().uid();
    Map<Long, Long> found = new HashMap<>();
    database
        .sql("SELECT uid, " + column + " FROM " + table + BETWEEN)
        .params(first.mailbox(), first.folder(), first.uidValidity())
        .params(first.uid(), letters.getLast().uid().uid())
        .query((row, _) -> found.put(row.getLong(1), row.getLong(2)))
        .list();
    return found;
  }

  /// The letters' numbers by UID; those that are not known are kept now.
  private Map<Long, Long> numbered(List<NewLetter> letters, Cursor cursor, Instant now) {
    Map<Long, Long> numbers = new HashMap<>();
    Recognition recognition = likeness.of(letters, cursor);
    for (NewLetter letter : letters) {
      recognition.find(letter).ifPresent(id -> numbers.put(letter.uid().uid(), id));
    }
    moveTo(recognition.moved());
    List<NewLetter> unknown =
        letters.stream().filter(l -> !numbers.containsKey(l.uid().uid())).toList();
    numbers.putAll(keepUnknown(unknown, now));
    return numbers;
  }

  private Map<Long, Long> keepUnknown(List<NewLetter> letters, Instant now) {
    if (letters.isEmpty()) {
      return Map.of();
    }
    Map<NewLetter, NewLetter> firsts = Recognition.firsts(letters);
    List<NewLetter> different = firsts.values().stream().distinct().toList();
    insert(different, now);
    Map<Long, Long> inserted = byUid("id", "letter", different);
    insertBytes(different, inserted);
    Map<Long, Long> numbers = new HashMap<>();
    firsts.forEach(
        (letter, first) -> numbers.put(letter.uid().uid(), inserted.get(first.uid().uid())));
    return numbers;
  }

  private void insert(List<NewLetter> letters, Instant now) {
    database.batch(
        "INSERT INTO letter (mailbox, folder, uid_validity, uid, message_id, content_hash,"
            + " received, kept, size, cut, imported) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        letters.stream().map(letter -> columns(letter, now)).toList());
  }

  private static @Nullable Object[] columns(NewLetter letter, Instant now) {
    ImapUid uid = letter.uid();
    return row(
        uid.mailbox(),
        uid.folder(),
        uid.uidValidity(),
        uid.uid(),
        letter.print().messageId(),
        letter.print().contentHash(),
        letter.received().toEpochMilli(),
        now.toEpochMilli(),
        letter.rfc822().length,
        letter.cut() ? 1 : 0,
        letter.imported() ? 1 : 0);
  }

  private static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }

  private void insertBytes(List<NewLetter> letters, Map<Long, Long> numbers) {
    database.batch(
        "INSERT INTO letter_raw (letter_id, rfc822) VALUES (?, ?)",
        letters.stream()
            .map(letter -> row(numbers.get(letter.uid().uid()), letter.rfc822()))
            .toList());
  }

  private void moveTo(Map<NewLetter, Long> moved) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    moved.forEach((letter, id) -> {
      ImapUid uid = letter.uid();
      rows.add(row(uid.folder(), uid.uidValidity(), uid.uid(), id));
    });
    database.batch("UPDATE letter SET folder = ?, uid_validity = ?, uid = ? WHERE id = ?", rows);
  }

  private void addPlaces(List<NewLetter> letters, Map<Long, Long> numbers) {
    database.batch(
        "INSERT INTO letter_place (mailbox, folder, uid_validity, uid, letter_id)"
            + " VALUES (?, ?, ?, ?, ?)",
        letters.stream().map(letter -> place(letter, numbers)).toList());
  }

  private static @Nullable Object[] place(NewLetter letter, Map<Long, Long> numbers) {
    ImapUid uid = letter.uid();
    return row(uid.mailbox(), uid.folder(), uid.uidValidity(), uid.uid(), numbers.get(uid.uid()));
  }
}
