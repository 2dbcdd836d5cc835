package org.postbag.matching.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.postbag.matching.words.Counts;

/// The search for the letters that share the most telling words with a text. Few letters have such
/// a word, so all of them are gone through: a query of Lucene's takes longer to be set up, for each
/// word in each part of the index, than this takes as a whole.
final class LikeLetters {
  /// Words that are looked for. Letters that repeat the text have most of them.
  private static final int MOST_WORDS = 20;

  /// A word that stands twice in a letter says hardly more than one that stands there once (BM25).
  private static final float SATURATION = 1.2f;

  private final IndexSearcher searcher;
  private final StemCounts known;
  private final Counts scores = new Counts(1 << 8);

  LikeLetters(IndexSearcher searcher, StemCounts known) {
    this.searcher = searcher;
    this.known = known;
  }

  /// The documents of the letters that share the most, those first that share more.
  int[] find(List<String> stems, int limit) throws IOException {
    List<StemCounts.Part> parts = known.of(searcher, Fields.STEM);
    List<LikeQuery.Word> words =
        LikeQuery.words(
            stems, MOST_WORDS, parts, searcher.getIndexReader().getDocCount(Fields.STEM));
    for (StemCounts.Part part : parts) {
      PostingsEnum letters = null;
      TermsEnum terms = part.terms();
      for (LikeQuery.Word word : words) {
        if (part.textsWith(word.stem()) > 0 && terms.seekExact(new BytesRef(word.stem()))) {
          letters = terms.postings(letters, PostingsEnum.FREQS);
          add(part, letters, (float) word.tells());
        }
      }
    }
    return scores.keysBySum(limit);
  }

  private void add(StemCounts.Part part, PostingsEnum letters, float tells) throws IOException {
    Bits live = part.leaf().reader().getLiveDocs();
    for (int doc = letters.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = letters.nextDoc()) {
      if (live == null || live.get(doc)) {
        int times = letters.freq();
        scores.add(part.leaf().docBase + doc, tells * times / (times + SATURATION));
      }
    }
  }
}
