package org.postbag.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.document.DocumentStoredFieldVisitor;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SlowCodecReaderWrapper;
import org.apache.lucene.util.Bits;

/// Consecutive documents of one segment, read by one thread.
record Chunk(LeafReader part, int from, int to) {
  /// Documents that one thread reads, and holds in memory, at a time.
  private static final int SIZE = 64;

  /// All documents of a segment.
  static Stream<Chunk> of(LeafReaderContext leaf) {
    LeafReader part = leaf.reader();
    int end = part.maxDoc();
    return IntStream.range(0, (end + SIZE - 1) / SIZE)
        .mapToObj(i -> new Chunk(part, i * SIZE, Math.min(end, (i + 1) * SIZE)));
  }

  /// The letters in this chunk.
  List<IndexedLetter> letters() {
    List<IndexedLetter> found = new ArrayList<>();
    Bits live = part.getLiveDocs();
    try {
      // Stored fields are compressed in blocks; the merge instance decompresses each block once.
      StoredFieldsReader stored =
          SlowCodecReaderWrapper.wrap(part).getFieldsReader().getMergeInstance();
      for (int doc = from; doc < to; doc++) {
        if (live == null || live.get(doc)) {
          DocumentStoredFieldVisitor fields = new DocumentStoredFieldVisitor();
          stored.document(doc, fields);
          found.add(Fields.letter(fields.getDocument()));
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("the index of the letters cannot be read", e);
    }
  }
}
