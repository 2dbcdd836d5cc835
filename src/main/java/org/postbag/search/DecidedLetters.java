package org.postbag.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.Bits;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.IntFloatMap;
import org.postbag.classifier.text.ShingleSet;

/// Finds decided letters through the tables in memory.
record DecidedLetters(LetterSearcher searcher) {
  /// Letters of a segment counted per shingle: of a campaign of thousands, any will do.
  private static final int MAX_PER_SHINGLE = 64;

  /// Letters compared in full.
  private static final int MAX_COMPARED = 12;

  /// The topic of a letter; empty if it is not decided or not in the index.
  Optional<TopicId> topic(long letter) throws IOException {
    int hash = ShingleTable.hashOf(letter);
    for (LeafReaderContext part : searcher.getLeafContexts()) {
      ShingleTable table = searcher.decided(part);
      Bits live = part.reader().getLiveDocs();
      for (int at = table.first(hash)[0]; at >= 0; at = table.next(at, hash)) {
        int document = table.document(at);
        if (live == null || live.get(document)) {
          DecidedLetter found = new DecidedLetter(part.reader()).at(document);
          if (found.number() == letter) {
            return Optional.of(found.topic());
          }
        }
      }
    }
    return Optional.empty();
  }

  /// Of the letters with the same text, those that share most shingles with it.
  ///
  /// @param isSame whether a letter with such shingles has the same text
  List<Neighbour> withSameText(ShingleSet text, Predicate<ShingleSet> isSame, int limit)
      throws IOException {
    List<LeafReaderContext> parts = searcher.getLeafContexts();
    IntFloatMap shared = new IntFloatMap(1 << 8);
    int[] hashes = ShingleTable.queryHashes(text);
    for (LeafReaderContext part : parts) {
      count(hashes, part, shared);
    }
    List<Neighbour> same = new ArrayList<>();
    int[] best = shared.keysBySum(MAX_COMPARED);
    for (int i = 0; i < best.length && same.size() < limit; i++) {
      LeafReaderContext part = parts.get(ReaderUtil.subIndex(best[i], parts));
      DecidedLetter letter = new DecidedLetter(part.reader()).at(best[i] - part.docBase);
      if (isSame.test(letter.shingles())) {
        same.add(new Neighbour(letter.number(), letter.topic()));
      }
    }
    return same;
  }

  private void count(int[] hashes, LeafReaderContext part, IntFloatMap shared) {
    ShingleTable table = searcher.decided(part);
    Bits live = part.reader().getLiveDocs();
    int[] first = table.first(hashes);
    for (int i = 0; i < hashes.length; i++) {
      int counted = 0;
      for (int at = first[i];
          at >= 0 && counted < MAX_PER_SHINGLE;
          at = table.next(at, hashes[i])) {
        int document = table.document(at);
        if (live == null || live.get(document)) {
          shared.add(part.docBase + document, 1);
          counted++;
        }
      }
    }
  }
}
