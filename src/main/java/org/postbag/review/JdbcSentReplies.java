package org.postbag.review;

import java.util.Collection;
import java.util.List;
import org.postbag.database.Database;
import org.postbag.database.PackedText;

/// The texts of approved replies, by the Message-ID that each was given.
public final class JdbcSentReplies {
  /// A letter refers to a whole thread; the last ones are those it quotes.
  private static final int MOST = 50;

  private final Database database;

  public JdbcSentReplies(Database database) {
    this.database = database;
  }

  /// Those that are there, in no order.
  ///
  /// @param ids with their angle brackets
  public List<String> texts(Collection<String> ids) {
    List<String> last = ids.stream().skip(Math.max(0, ids.size() - MOST)).toList();
    return last.isEmpty() ? List.of() : find(last);
  }

  private List<String> find(List<String> ids) {
    return database
        .sql(
            "SELECT a.text, a.packed, "
                + PackedText.wordingOf("a")
                + " FROM approval a WHERE a.message_id IN (:ids)")
        .param("ids", ids)
        .query((row, _) -> PackedText.of(row).orElseThrow())
        .list();
  }
}
