package org.postbag.matching.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.postbag.catalog.TopicId;
import org.postbag.matching.campaign.Shingles;

/// What lies at hand in the index of each decided letter; its text would have to be unpacked.
record DecidedLetters(IndexSearcher searcher) {
  /// The topic of a letter; empty for one that is not decided, or not there.
  Optional<TopicId> topic(long letter) throws IOException {
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      Optional<TopicId> topic = topic(leaf.reader(), Fields.key(letter));
      if (topic.isPresent()) {
        return topic;
      }
    }
    return Optional.empty();
  }

  private static Optional<TopicId> topic(LeafReader part, Term letter) throws IOException {
    PostingsEnum found = part.postings(letter, PostingsEnum.NONE);
    Bits live = part.getLiveDocs();
    while (found != null && found.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
      BinaryDocValues topic = DocValues.getBinary(part, Fields.DECIDED);
      if ((live == null || live.get(found.docID())) && topic.advanceExact(found.docID())) {
        return Optional.of(new TopicId(topic.binaryValue().utf8ToString()));
      }
    }
    return Optional.empty();
  }

  /// @param document the document of a decided letter
  Neighbour neighbour(int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getLeafContexts();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    int at = document - leaf.docBase;
    SortedNumericDocValues number = DocValues.getSortedNumeric(leaf.reader(), Fields.NUMBER);
    BinaryDocValues topic = DocValues.getBinary(leaf.reader(), Fields.DECIDED);
    BinaryDocValues runs = DocValues.getBinary(leaf.reader(), Fields.RUNS);
    if (!number.advanceExact(at) || !topic.advanceExact(at) || !runs.advanceExact(at)) {
      throw new IOException("a decided letter stands in the index without its topic");
    }
    return new Neighbour(
        number.nextValue(),
        new TopicId(topic.binaryValue().utf8ToString()),
        Shingles.ofBytes(bytes(runs.binaryValue())));
  }

  private static ByteBuffer bytes(BytesRef value) {
    return ByteBuffer.wrap(value.bytes, value.offset, value.length);
  }
}
