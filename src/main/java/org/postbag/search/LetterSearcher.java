package org.postbag.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.jspecify.annotations.Nullable;

/// A snapshot of the index with its tables in memory. The thread that opens or refreshes the index
/// builds them, so that no search waits for it.
final class LetterSearcher extends IndexSearcher {
  private final List<ShingleTable> tables;

  private LetterSearcher(IndexReader reader, List<ShingleTable> tables) {
    super(reader);
    this.tables = tables;
  }

  /// The table of the decided letters of a segment.
  ShingleTable decided(LeafReaderContext part) {
    return tables.get(part.ord);
  }

  /// Creates the searchers of one index; builds tables for new segments only.
  static final class Factory extends SearcherFactory {
    private Map<IndexReader.CacheKey, ShingleTable> known = Map.of();

    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before)
        throws IOException {
      Map<IndexReader.CacheKey, ShingleTable> now = new HashMap<>();
      List<ShingleTable> tables = new ArrayList<>();
      for (LeafReaderContext part : reader.leaves()) {
        IndexReader.CacheKey key = part.reader().getCoreCacheHelper().getKey();
        ShingleTable table =
            known.containsKey(key) ? known.get(key) : ShingleTable.of(part.reader());
        now.put(key, table);
        tables.add(table);
      }
      known = now;
      return new LetterSearcher(reader, tables);
    }
  }
}
