package org.postbag.matching.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.Bits;
import org.postbag.catalog.TopicId;
import org.postbag.matching.campaign.Runs;
import org.postbag.matching.words.Counts;

/// Finds decided letters by what of them is in memory.
record DecidedLetters(LetterSearcher searcher) {
  /// Letters of a part that are counted for one run: of a campaign of thousands any will do.
  private static final int MOST_WITH_RUN = 64;

  private static final int MOST_COMPARED = 32;

  /// The topic of a letter; empty for one that is not decided, or not there.
  Optional<TopicId> topic(long letter) throws IOException {
    int hash = RunTable.ofLetter(letter);
    for (LeafReaderContext part : searcher.getLeafContexts()) {
      RunTable table = searcher.decided(part);
      Bits live = part.reader().getLiveDocs();
      for (int at = table.first(hash); at >= 0; at = table.next(at, hash)) {
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

  /// The letters that share the most runs with a text, of those that are in its words.
  ///
  /// @param isSame whether a letter with such runs is
  List<Neighbour> same(Runs text, Predicate<Runs> isSame, int limit) throws IOException {
    List<LeafReaderContext> parts = searcher.getLeafContexts();
    Counts shared = new Counts(1 << 8);
    int[] runs = text.toArray();
    for (LeafReaderContext part : parts) {
      count(runs, part, shared);
    }
    List<Neighbour> same = new ArrayList<>();
    for (int document : shared.keysBySum(MOST_COMPARED)) {
      LeafReaderContext part = parts.get(ReaderUtil.subIndex(document, parts));
      DecidedLetter letter = new DecidedLetter(part.reader()).at(document - part.docBase);
      if (same.size() < limit && isSame.test(letter.runs())) {
        same.add(new Neighbour(letter.number(), letter.topic()));
      }
    }
    return same;
  }

  private void count(int[] runs, LeafReaderContext part, Counts shared) {
    RunTable table = searcher.decided(part);
    Bits live = part.reader().getLiveDocs();
    for (int run : runs) {
      int hash = RunTable.ofRun(run);
      int counted = 0;
      for (int at = table.first(hash);
          at >= 0 && counted < MOST_WITH_RUN;
          at = table.next(at, hash)) {
        int document = table.document(at);
        if (live == null || live.get(document)) {
          shared.add(part.docBase + document, 1);
          counted++;
        }
      }
    }
  }
}
