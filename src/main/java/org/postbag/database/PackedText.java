package org.postbag.database;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The text of a reply in the tables `draft` and `approval`: `packed` is the text in the [Zlib]
/// format, with the words of its standard reply, the row `wording` of `reply_wording`, as the
/// dictionary. Rows of before V81 have it as it is, in `text`.
public final class PackedText {
  private PackedText() {}

  /// The columns [#of] reads besides `text`, of the table by that alias.
  public static String wordingOf(String alias) {
    return "(SELECT w.text FROM reply_wording w WHERE w.id = %s.wording) AS wording_text"
        .formatted(alias);
  }

  /// The value for `packed`.
  ///
  /// @param wording the words that are likely to stand in it
  public static byte[] pack(String text, Optional<String> wording) {
    return Zlib.compress(bytes(text), bytes(wording.orElse("")));
  }

  /// The text of a row with `text`, `packed` and `wording_text`; empty where there is none.
  ///
  /// @throws IllegalStateException when it cannot be read
  public static Optional<String> of(ResultSet row) throws SQLException {
    byte @Nullable [] packed = row.getBytes("packed");
    return packed == null
        ? Optional.ofNullable(row.getString("text"))
        : Optional.of(text(packed, row.getString("wording_text")));
  }

  private static String text(byte[] packed, @Nullable String wording) {
    return new String(
        Zlib.decompress(packed, bytes(wording == null ? "" : wording)), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
