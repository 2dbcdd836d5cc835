package org.postbag.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.postbag.database.Database;

/// Looks for kept letters that share a mark with letters that came.
final class JdbcLikeness {
  private static final String SELECT =
      "SELECT l.id, l.content_hash, l.message_id, l.received, NOT EXISTS"
          + " (SELECT 1 FROM letter_place p WHERE p.letter_id = l.id) AS displaced"
          + " FROM letter l WHERE l.mailbox = :mailbox AND (l.content_hash IN (:hashes)";
  private static final String OR_BY_ID = " OR l.message_id IN (:ids)";

  private final Database database;

  JdbcLikeness(Database database) {
    this.database = database;
  }

  /// Where the server has given new UIDs, the Message-ID alone is a mark, too.
  Recognition of(List<NewLetter> letters, Cursor cursor) {
    boolean renumbered = cursor.recognises(letters.getFirst().uid().uid());
    Map<String, Object> marks =
        Map.of(
            "mailbox", letters.getFirst().uid().mailbox(),
            "hashes", letters.stream().map(letter -> letter.print().contentHash()).toList(),
            "ids", messageIds(letters));
    List<Recognition.Kept> alike =
        database
            .sql(SELECT + (renumbered ? OR_BY_ID : "") + ") ORDER BY l.id")
            .params(marks)
            .query((row, _) ->
                new Recognition.Kept(
                    row.getLong(1),
                    new Fingerprint(row.getString(3), row.getString(2)),
                    row.getLong(4),
                    row.getBoolean(5)))
            .list();
    return new Recognition(alike, cursor);
  }

  /// Never empty: `IN ()` is no SQL.
  private static List<String> messageIds(List<NewLetter> letters) {
    List<String> ids = new ArrayList<>(List.of(""));
    letters.stream().map(l -> l.print().messageId()).filter(Objects::nonNull).forEach(ids::add);
    return ids;
  }
}
