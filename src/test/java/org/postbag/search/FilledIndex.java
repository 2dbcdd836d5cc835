package org.postbag.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Makes an index of letters without a database.
public final class FilledIndex {
  private FilledIndex() {}

  /// Puts letters into the index of a folder, durably.
  public static void fill(Path folder, List<IndexedLetter> letters) throws IOException {
    try (LetterIndex index = LetterIndex.open(folder)) {
      index.put(letters);
      index.commit(new IndexPosition(letters.size(), letters.size()));
    }
  }
}
