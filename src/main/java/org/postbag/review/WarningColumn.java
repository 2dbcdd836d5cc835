package org.postbag.review;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.reply.Warning;
import tools.jackson.databind.json.JsonMapper;

/// Warnings as JSON in one column of `draft` and of `approval`; null for none.
final class WarningColumn {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private WarningColumn() {}

  private record Stored(
      String word, String sentence, @Nullable Integer start, @Nullable Integer end) {
    static Stored of(Warning warning) {
      return new Stored(
          warning.word(),
          warning.sentence(),
          warning.place().map(Warning.Place::start).orElse(null),
          warning.place().map(Warning.Place::end).orElse(null));
    }

    Warning warning() {
      return new Warning(
          word,
          sentence,
          start == null || end == null
              ? Optional.empty()
              : Optional.of(new Warning.Place(start, end)));
    }
  }

  static @Nullable String join(List<Warning> warnings) {
    return warnings.isEmpty()
        ? null
        : JSON.writeValueAsString(warnings.stream().map(Stored::of).toList());
  }

  static List<Warning> split(@Nullable String column) {
    return column == null
        ? List.of()
        : List.of(JSON.readValue(column, Stored[].class)).stream().map(Stored::warning).toList();
  }
}
