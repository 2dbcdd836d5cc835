package org.postbag.matching.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.postbag.matching.words.Counts;

/// In how many texts each stem stands, by the parts of an index, in memory: some 20 bytes a stem.
/// To ask the index's own dictionary for each word of a letter takes longer than the search. A part
/// never changes, so each is counted once, and forgotten when it is closed. Safe for several
/// threads.
final class StemCounts {
  private final Map<Key, Counts> known = new ConcurrentHashMap<>();

  private record Key(IndexReader.CacheKey part, String field) {}

  /// One part of an index.
  ///
  /// @param terms where its stems are looked up; for one thread
  /// @param counts by the hashes of the stems; two with the same hash, which is very rare, add up
  record Part(LeafReaderContext leaf, TermsEnum terms, Counts counts) {
    int textsWith(String stem) {
      return (int) counts.get(stem.hashCode());
    }
  }

  /// The parts of an index.
  List<Part> of(IndexSearcher searcher, String field) throws IOException {
    List<Part> parts = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      Terms terms = leaf.reader().terms(field);
      if (terms != null) {
        parts.add(new Part(leaf, terms.iterator(), counts(leaf.reader(), field, terms)));
      }
    }
    return parts;
  }

  private Counts counts(LeafReader part, String field, Terms terms) throws IOException {
    IndexReader.CacheHelper cache = part.getCoreCacheHelper();
    if (cache == null) {
      return count(terms);
    }
    Key key = new Key(cache.getKey(), field);
    Counts before = known.get(key);
    if (before != null) {
      return before;
    }
    Counts counted = count(terms);
    if (known.put(key, counted) == null) {
      cache.addClosedListener(_ -> known.remove(key));
    }
    return counted;
  }

  private static Counts count(Terms terms) throws IOException {
    Counts counts = new Counts(1 << 10);
    TermsEnum all = terms.iterator();
    for (BytesRef term = all.next(); term != null; term = all.next()) {
      counts.add(term.utf8ToString().hashCode(), all.docFreq());
    }
    return counts;
  }
}
