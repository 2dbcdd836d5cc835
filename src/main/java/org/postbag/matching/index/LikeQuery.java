package org.postbag.matching.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// A text as a query for texts like it: its most telling words, by BM25.
final class LikeQuery {
  private LikeQuery() {}

  record Word(String stem, double tells) {}

  /// @param most words to look for: each costs as much, and further ones hardly change what is
  ///   found
  /// @param fields where to compare, and what a find counts there
  static Query of(
      List<String> stems,
      int most,
      IndexSearcher searcher,
      StemCounts known,
      Map<String, Float> fields) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    try {
      for (Map.Entry<String, Float> field : fields.entrySet()) {
        List<StemCounts.Part> parts = known.of(searcher, field.getKey());
        int texts = searcher.getIndexReader().getDocCount(field.getKey());
        for (Word word : words(stems, most, parts, texts)) {
          TermStates states = places(word.stem, parts, searcher);
          Query there = new TermQuery(new Term(field.getKey(), word.stem), states);
          any.add(new BoostQuery(there, field.getValue()), Occur.SHOULD);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
    return any.build();
  }

  /// The words that any text has and that tell the most, by how few texts have them.
  static List<Word> words(List<String> stems, int most, List<StemCounts.Part> parts, int texts) {
    Map<String, Integer> counts = new HashMap<>();
    stems.forEach(stem -> counts.merge(stem, 1, Integer::sum));
    List<Word> words = new ArrayList<>();
    counts.forEach((stem, count) -> {
      int having = 0;
      for (StemCounts.Part part : parts) {
        having += part.textsWith(stem);
      }
      if (having > 0) {
        double rarity = Math.max(0.01, Math.log((texts + 1.0) / (having + 0.5)));
        words.add(new Word(stem, (1 + Math.log(count)) * rarity));
      }
    });
    words.sort(Comparator.comparingDouble(Word::tells).reversed());
    List<Word> best = words.subList(0, Math.min(most, words.size()));
    // In the order in which the index has them, so that each page of it is read once.
    best.sort(Comparator.comparing(Word::stem));
    return best;
  }

  /// Where a word stands, so that the search need not look for it once more.
  private static TermStates places(String stem, List<StemCounts.Part> parts, IndexSearcher searcher)
      throws IOException {
    TermStates states = new TermStates(searcher.getTopReaderContext());
    for (StemCounts.Part part : parts) {
      TermsEnum terms = part.terms();
      if (part.textsWith(stem) > 0 && terms.seekExact(new BytesRef(stem))) {
        int leaf = part.leaf().ord;
        states.register(terms.termState(), leaf, terms.docFreq(), terms.totalTermFreq());
      }
    }
    return states;
  }
}
