package org.postbag.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.postbag.classifier.text.IntFloatMap;

/// Makes queries for texts similar to a given one, from its most informative words. Document
/// frequencies are kept in memory: looking them up in the index takes longer than the search.
final class LikeQueries {
  /// Words per field: each costs as much, and further ones hardly change the result.
  private static final int MAX_WORDS = 25;

  private final List<Field> fields = new ArrayList<>();

  /// @param weight the boost of a hit there
  /// @param documentFrequencies by hash of the stem; stems with equal hashes, which are very rare,
  ///   add up
  private record Field(String name, float weight, int documents, IntFloatMap documentFrequencies) {}

  private record Word(String stem, double weight) {}

  /// @param weights the fields to compare, and the boost of each
  LikeQueries(IndexReader index, Map<String, Float> weights) throws IOException {
    for (Map.Entry<String, Float> field : weights.entrySet()) {
      String name = field.getKey();
      IntFloatMap documentFrequencies = counts(MultiTerms.getTerms(index, name));
      fields.add(new Field(name, field.getValue(), index.getDocCount(name), documentFrequencies));
    }
  }

  private static IntFloatMap counts(@Nullable Terms terms) throws IOException {
    IntFloatMap intFloatMap = new IntFloatMap(1 << 10);
    TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
    for (BytesRef term = all.next(); term != null; term = all.next()) {
      intFloatMap.add(term.utf8ToString().hashCode(), all.docFreq());
    }
    return intFloatMap;
  }

  /// Finds the texts most similar to one, by BM25.
  Query of(List<String> stems) {
    Map<String, Integer> times = new HashMap<>();
    stems.forEach(stem -> times.merge(stem, 1, Integer::sum));
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Field field : fields) {
      words(times, field).stream()
          .limit(MAX_WORDS)
          .map(word -> new TermQuery(new Term(field.name, word.stem)))
          .forEach(there -> any.add(new BoostQuery(there, field.weight), Occur.SHOULD));
    }
    return any.build();
  }

  /// The words that occur in any text, by TF-IDF.
  private static List<Word> words(Map<String, Integer> times, Field field) {
    List<Word> words = new ArrayList<>();
    times.forEach((stem, count) -> {
      float frequency = field.documentFrequencies.get(stem.hashCode());
      if (frequency > 0) {
        double rarity = Math.max(0.01, Math.log((field.documents + 1.0) / (frequency + 0.5)));
        words.add(new Word(stem, (1 + Math.log(count)) * rarity));
      }
    });
    words.sort(Comparator.comparingDouble(Word::weight).reversed());
    return words;
  }
}
