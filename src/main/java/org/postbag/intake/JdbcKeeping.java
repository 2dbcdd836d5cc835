package org.postbag.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postbag.database.Database;

/// Puts letters into their rows; every statement may be repeated without harm.
final class JdbcKeeping {
  private final Database database;

  JdbcKeeping(Database database) {
    this.database = database;
  }

  /// Keeps those letters whose places are not known yet and that are not recognised as ones that
  /// are kept already.
  void keep(List<NewLetter> letters, Cursor cursor, Instant now) {
    if (letters.isEmpty()) {
      return;
    }
    Set<Long> known = places(letters.getFirst().uid(), letters.getLast().uid());
    letters.stream()
        .filter(letter -> !known.contains(letter.uid().uid()))
        .forEach(letter -> keep(letter, cursor.recognises(letter.uid().uid()), now));
  }

  private Set<Long> places(ImapUid first, ImapUid last) {
    return database
        .sql(
            "SELECT uid FROM letter_place WHERE mailbox = ? AND folder = ? AND uid_validity = ?"
                + " AND uid BETWEEN ? AND ?")
        .params(first.mailbox(), first.folder(), first.uidValidity(), first.uid(), last.uid())
        .query((row, _) -> row.getLong(1))
        .set();
  }

  /// Where the server has given new UIDs, any letter may be a known one.
  private void keep(NewLetter letter, boolean renumbered, Instant now) {
    Fingerprint print = Fingerprint.of(letter.rfc822());
    Optional<Long> lost = renumbered ? displaced(letter, print) : Optional.empty();
    Optional<Long> known = lost.or(() -> copyOf(letter, print));
    long id = known.orElseGet(() -> insert(letter, print, now));
    lost.ifPresent(moved -> moveTo(letter.uid(), moved));
    addPlace(letter.uid(), id);
  }

  /// A letter that lost its place when the UIDs were given anew. The Message-ID with the server's
  /// own date stands in for the content where a server rewrites header fields.
  private Optional<Long> displaced(NewLetter letter, Fingerprint print) {
    return database
        .sql(
            "SELECT l.id FROM letter l WHERE l.mailbox = ?"
                + " AND (l.content_hash = ? OR (l.message_id = ? AND l.received = ?))"
                + " AND NOT EXISTS (SELECT 1 FROM letter_place p WHERE p.letter_id = l.id)"
                + " ORDER BY l.id LIMIT 1")
        .params(
            letter.uid().mailbox(),
            print.contentHash(),
            print.messageId() == null ? "" : print.messageId(),
            letter.received().toEpochMilli())
        .query(Long.class)
        .optional();
  }

  /// The same letter at a second place: moved away and back, or copied. Both marks must agree, for
  /// two letters may bear one Message-ID, and two people may write the same words.
  private Optional<Long> copyOf(NewLetter letter, Fingerprint print) {
    String messageId = print.messageId();
    if (messageId == null) {
      return Optional.empty();
    }
    return database
        .sql(
            "SELECT id FROM letter WHERE mailbox = ? AND content_hash = ? AND message_id = ?"
                + " ORDER BY id LIMIT 1")
        .params(letter.uid().mailbox(), print.contentHash(), messageId)
        .query(Long.class)
        .optional();
  }

  private long insert(NewLetter letter, Fingerprint print, Instant now) {
    ImapUid uid = letter.uid();
    long id =
        database
            .sql(
                "INSERT INTO letter (mailbox, folder, uid_validity, uid, message_id, content_hash,"
                    + " received, kept, size, cut, imported)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")
            .params(uid.mailbox(), uid.folder(), uid.uidValidity(), uid.uid())
            .param(print.messageId())
            .params(
                print.contentHash(),
                letter.received().toEpochMilli(),
                now.toEpochMilli(),
                letter.rfc822().length,
                letter.cut() ? 1 : 0,
                letter.imported() ? 1 : 0)
            .query(Long.class)
            .single();
    database
        .sql("INSERT INTO letter_raw (letter_id, rfc822) VALUES (?, ?)")
        .params(id, letter.rfc822())
        .update();
    return id;
  }

  private void moveTo(ImapUid uid, long id) {
    database
        .sql("UPDATE letter SET folder = ?, uid_validity = ?, uid = ? WHERE id = ?")
        .params(uid.folder(), uid.uidValidity(), uid.uid(), id)
        .update();
  }

  private void addPlace(ImapUid uid, long id) {
    database
        .sql(
            "INSERT INTO letter_place (mailbox, folder, uid_validity, uid, letter_id)"
                + " VALUES (?, ?, ?, ?, ?)")
        .params(uid.mailbox(), uid.folder(), uid.uidValidity(), uid.uid(), id)
        .update();
  }
}
