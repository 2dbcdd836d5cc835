package org.postbag.intake;

import java.time.Instant;
import java.util.Optional;
import org.postbag.database.Database;

/// Puts letters into their rows; every statement may be repeated without harm.
final class JdbcKeeping {
  private final Database database;

  JdbcKeeping(Database database) {
    this.database = database;
  }

  /// Keeps the letter, unless this place is known or the letter is recognised as one that is kept.
  ///
  /// @param renumbered whether the server has given new UIDs, so that any letter may be a known one
  /// @return whether a new letter was kept
  boolean keep(NewLetter letter, boolean renumbered, Instant now) {
    if (isKnown(letter.uid())) {
      return false;
    }
    Fingerprint print = Fingerprint.of(letter.rfc822());
    Optional<Long> lost = renumbered ? displaced(letter, print) : Optional.empty();
    Optional<Long> known = lost.or(() -> copyOf(letter, print));
    long id = known.orElseGet(() -> insert(letter, print, now));
    lost.ifPresent(moved -> moveTo(letter.uid(), moved));
    addPlace(letter.uid(), id);
    return known.isEmpty();
  }

  private boolean isKnown(ImapUid uid) {
    return database
        .sql(
            "SELECT 1 FROM letter_place"
                + " WHERE mailbox = ? AND folder = ? AND uid_validity = ? AND uid = ?")
        .params(uid.mailbox(), uid.folder(), uid.uidValidity(), uid.uid())
        .query(Integer.class)
        .optional()
        .isPresent();
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
