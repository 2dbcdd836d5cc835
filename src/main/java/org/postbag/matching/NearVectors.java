package org.postbag.matching;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.postbag.matching.words.Vector;

/// The vectors of the letters that were near to others of late: to make one takes as long as to
/// read a letter. Safe for several threads.
final class NearVectors {
  /// About 7 KB each.
  private static final int MOST = 1_000;

  private final Map<Long, Vector> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Vector> eldest) {
              return size() > MOST;
            }
          });

  Vector of(long letter, Supplier<Vector> make) {
    Vector before = known.get(letter);
    if (before != null) {
      return before;
    }
    Vector made = make.get();
    known.put(letter, made);
    return made;
  }
}
