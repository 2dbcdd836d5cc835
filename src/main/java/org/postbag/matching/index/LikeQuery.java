package org.postbag.matching.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// A text as a query for texts like it: its most telling words, by BM25.
final class LikeQuery {
  /// More words hardly change what is found, and cost as much each.
  private static final int MOST_WORDS = 25;

  private LikeQuery() {}

  private record Word(Term term, TermStates states, double tells) {}

  /// @param fields where to compare, and what a find counts there
  static Query of(List<String> stems, IndexSearcher searcher, Map<String, Float> fields) {
    Map<String, Integer> counts = new HashMap<>();
    stems.forEach(stem -> counts.merge(stem, 1, Integer::sum));
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    fields.forEach((field, weight) ->
        counts.entrySet().stream()
            .map(count -> word(new Term(field, count.getKey()), count.getValue(), searcher))
            .filter(word -> word.tells > 0)
            .sorted(Comparator.comparingDouble(Word::tells).reversed())
            .limit(MOST_WORDS)
            .map(word -> new BoostQuery(new TermQuery(word.term, word.states), weight))
            .forEach(query -> any.add(query, Occur.SHOULD)));
    return any.build();
  }

  /// How much a word tells, by how few texts have it; 0 for one that none has.
  private static Word word(Term term, int count, IndexSearcher searcher) {
    try {
      // Where the word stands is looked up once, for its rarity and for the search.
      TermStates states = TermStates.build(searcher, term, true);
      int texts = states.docFreq();
      int all = searcher.getIndexReader().getDocCount(term.field());
      double rarity = Math.log((all + 1.0) / (texts + 0.5));
      return new Word(
          term, states, texts == 0 ? 0 : (1 + Math.log(count)) * Math.max(0.01, rarity));
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }
}
