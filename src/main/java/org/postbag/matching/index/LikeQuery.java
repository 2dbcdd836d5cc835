package org.postbag.matching.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
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
        words(field, counts, searcher).stream()
            .sorted(Comparator.comparingDouble(Word::tells).reversed())
            .limit(MOST_WORDS)
            .map(word -> new BoostQuery(new TermQuery(word.term, word.states), weight))
            .forEach(query -> any.add(query, Occur.SHOULD)));
    return any.build();
  }

  /// The words that any text has, and how much each tells, by how few texts have it.
  private static List<Word> words(
      String field, Map<String, Integer> counts, IndexSearcher searcher) {
    try {
      Map<String, TermStates> found = places(field, counts.keySet(), searcher);
      double texts = searcher.getIndexReader().getDocCount(field) + 1.0;
      List<Word> words = new ArrayList<>();
      counts.forEach((word, count) -> {
        TermStates states = found.get(word);
        if (states != null) {
          double rarity = Math.max(0.01, Math.log(texts / (states.docFreq() + 0.5)));
          words.add(new Word(new Term(field, word), states, (1 + Math.log(count)) * rarity));
        }
      });
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }

  /// Where words stand, by one walk through each part of the index. For their rarity and for the
  /// search: to look up each word for each of these takes longer than the search.
  private static Map<String, TermStates> places(
      String field, Collection<String> words, IndexSearcher searcher) throws IOException {
    Map<String, TermStates> found = new HashMap<>();
    List<String> inOrder = words.stream().sorted().toList();
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      Terms terms = leaf.reader().terms(field);
      TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
      for (String word : inOrder) {
        if (all.seekExact(new BytesRef(word))) {
          found
              .computeIfAbsent(word, w -> new TermStates(searcher.getTopReaderContext()))
              .register(all.termState(), leaf.ord, all.docFreq(), all.totalTermFreq());
        }
      }
    }
    return found;
  }
}
