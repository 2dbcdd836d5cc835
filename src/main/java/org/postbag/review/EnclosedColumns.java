package org.postbag.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.StandardReply;
import org.postbag.reply.Enclosed;

/// What is sent with a reply, as two columns of `draft` and of `approval`: the attachments, one per
/// line as hash and path; and the quoted letter.
final class EnclosedColumns {
  private EnclosedColumns() {}

  static Enclosed of(ResultSet row) throws SQLException {
    return new Enclosed(split(row.getString("attachments")), text(row.getString("quote")));
  }

  static String join(List<StandardReply.Attachment> attachments) {
    return attachments.stream()
        .map(a -> a.hash() + " " + a.path())
        .collect(Collectors.joining("\n"));
  }

  private static List<StandardReply.Attachment> split(@Nullable String lines) {
    return text(lines).lines().map(line -> line.split(" ", 2)).map(EnclosedColumns::one).toList();
  }

  private static StandardReply.Attachment one(String[] hashAndPath) {
    return new StandardReply.Attachment(hashAndPath[1], hashAndPath[0]);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
