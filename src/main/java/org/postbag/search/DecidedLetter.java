package org.postbag.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.ShingleSet;

/// The doc values of a decided letter in its segment; reading its stored text would mean
/// decompressing it. For one thread, and for documents in ascending order.
final class DecidedLetter {
  private final SortedNumericDocValues number;
  private final BinaryDocValues topic;
  private final BinaryDocValues shingles;
  private int document = -1;

  DecidedLetter(LeafReader part) throws IOException {
    number = DocValues.getSortedNumeric(part, Fields.NUMBER);
    topic = DocValues.getBinary(part, Fields.DECIDED);
    shingles = DocValues.getBinary(part, Fields.SHINGLES);
  }

  /// All decided letters of a segment, including deleted ones.
  static int[] documents(LeafReader part) throws IOException {
    BinaryDocValues decided = DocValues.getBinary(part, Fields.SHINGLES);
    int[] documents = new int[part.maxDoc()];
    int found = 0;
    while (decided.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      documents[found++] = decided.docID();
    }
    return Arrays.copyOf(documents, found);
  }

  /// Moves to a document.
  DecidedLetter at(int next) {
    document = next;
    return this;
  }

  long number() throws IOException {
    check(number.advanceExact(document));
    return number.nextValue();
  }

  /// The topic that staff gave it.
  TopicId topic() throws IOException {
    check(topic.advanceExact(document));
    return new TopicId(topic.binaryValue().utf8ToString());
  }

  ShingleSet shingles() throws IOException {
    check(shingles.advanceExact(document));
    BytesRef value = shingles.binaryValue();
    return ShingleSet.ofBytes(ByteBuffer.wrap(value.bytes, value.offset, value.length));
  }

  private static void check(boolean there) throws IOException {
    if (!there) {
      throw new IOException("a decided letter is in the index without its topic");
    }
  }
}
