package org.postbag.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Listens to a reader: every key that it asks for, what it expects there, and what it found.
///
/// So the schema of a file, and what `config print` shows, cannot differ from what is read.
public final class KeyShapes {
  private static final ScopedValue<Map<String, Asked>> RECORD = ScopedValue.newInstance();

  private KeyShapes() {}

  /// A key that a reader asked for.
  ///
  /// @param path such as `postbag.desk.port`
  /// @param line where it stands; 0 when it is absent
  /// @param written its value as it stands in the file, if it is a single one
  public record Asked(String path, KeyShape shape, int line, Optional<String> written) {}

  /// The keys that `reading` asks for, in that order.
  public static List<Asked> of(Runnable reading) {
    Map<String, Asked> record = new LinkedHashMap<>();
    ScopedValue.where(RECORD, record).run(reading);
    return new ArrayList<>(record.values());
  }

  /// The first word on a key counts: the typed one comes before the untyped one that it uses.
  static void note(Asked asked) {
    if (RECORD.isBound()) {
      RECORD.get().putIfAbsent(asked.path(), asked);
    }
  }
}
