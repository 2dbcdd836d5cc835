package org.postbag.matching.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// Some documents in a row, read by one thread.
///
/// @param live which documents are not deleted; null when none is
record Chunk(IndexReader reader, @Nullable Bits live, int from, int to) {
  static Chunk of(IndexReader reader, int from, int size) {
    int to = Math.min(reader.maxDoc(), from + size);
    boolean all = reader.leaves().stream().allMatch(Chunk::isWhole);
    return new Chunk(reader, all ? null : MultiBits.getLiveDocs(reader), from, to);
  }

  private static boolean isWhole(LeafReaderContext leaf) {
    return leaf.reader().getLiveDocs() == null;
  }

  <T> List<T> collect(Function<IndexedLetter, Optional<T>> look) {
    List<T> found = new ArrayList<>();
    try {
      StoredFields stored = reader.storedFields();
      for (int doc = from; doc < to; doc++) {
        if (live == null || live.get(doc)) {
          look.apply(Fields.letter(stored.document(doc))).ifPresent(found::add);
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("the index of the letters cannot be read", e);
    }
  }
}
