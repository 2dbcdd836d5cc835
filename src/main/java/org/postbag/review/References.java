package org.postbag.review;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postbag.email.MessageId;

/// References as they stand in one column: ids behind each other with blanks between, as in RFC
/// 5322 §3.6.4.
final class References {
  private References() {}

  static String join(List<MessageId> ids) {
    return ids.stream().map(MessageId::value).collect(Collectors.joining(" "));
  }

  static List<MessageId> split(@Nullable String column) {
    return column == null || column.isBlank()
        ? List.of()
        : Stream.of(column.split(" ")).map(MessageId::new).toList();
  }
}
