package org.postbag.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.postbag.database.Database;

/// Finds kept letters that may be the same as new ones: by content hash or by Message-ID.
final class JdbcDuplicates {
  private static final String SELECT =
      """
      SELECT l.id, l.content_hash, l.message_id, l.received,
        NOT EXISTS (SELECT 1 FROM letter_place p WHERE p.letter_id = l.id) AS displaced
      FROM letter l
      """;
  private static final String OF_HASH =
      SELECT
          + """
          WHERE l.mailbox = :mailbox AND l.content_hash IN (:hashes)
          """;
  private static final String OF_ID =
      SELECT
          + """
          WHERE l.mailbox = :mailbox AND l.message_id IN (:ids)
          """;
  private static final String BY_HASH = OF_HASH + "ORDER BY id";

  /// Two searches of an index each; for one with OR, SQLite reads the whole mailbox.
  private static final String BY_HASH_OR_ID = OF_HASH + "UNION\n" + OF_ID + "ORDER BY id";

  private final Database database;

  JdbcDuplicates(Database database) {
    this.database = database;
  }

  /// Where the server has given new UIDs, the Message-ID alone is enough.
  Deduplication of(List<NewLetter> letters, Cursor cursor) {
    boolean renumbered = cursor.recognises(letters.getFirst().uid().uid());
    List<Deduplication.Kept> alike =
        database
            .sql(renumbered ? BY_HASH_OR_ID : BY_HASH)
            .param("mailbox", letters.getFirst().uid().mailbox())
            .param("hashes", letters.stream().map(l -> l.print().contentHash()).toList())
            .param("ids", messageIds(letters))
            .query((row, _) ->
                new Deduplication.Kept(
                    row.getLong(1),
                    new Fingerprint(row.getString(3), row.getString(2)),
                    row.getLong(4),
                    row.getBoolean(5)))
            .list();
    return new Deduplication(alike, cursor);
  }

  /// Never empty: `IN ()` is not valid SQL.
  private static List<String> messageIds(List<NewLetter> letters) {
    List<String> ids = new ArrayList<>(List.of(""));
    letters.stream().map(l -> l.print().messageId()).filter(Objects::nonNull).forEach(ids::add);
    return ids;
  }
}
