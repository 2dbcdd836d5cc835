package org.postbag.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.postbag.classifier.text.ShingleSet;

/// Which decided letters of a segment have a shingle, and which has a number: a hash table in
/// memory, some 150 bytes a letter. Segments are immutable, and so is this.
///
/// It holds a sample of each letter's shingles, those with the smallest hashes, so that shared
/// shingles are in the samples of both letters. A long letter has a larger sample, so that a short
/// text within it is found as well.
final class ShingleTable {
  /// Enough shingles of a letter to recognise it by two fifths of them.
  private static final int SAMPLE_SIZE = 24;

  /// Shingles of the query text that are looked up; more than in a sample, to find short letters
  /// too.
  private static final int QUERY_SIZE = 96;

  /// Of a long letter at least one shingle in this many is in the sample.
  private static final int SAMPLE_RATE = 8;

  private static final long HASHES = 1L << Integer.SIZE;

  /// How many bits a document's position has. There are eight buckets per position, so that an
  /// entry has room for the bits of the hash that do not follow from its bucket.
  private final int bits;

  /// The documents of the letters, in order.
  private final int[] documents;

  /// Where the entries of each bucket begin, and where the last one's end.
  private final int[] starts;

  /// The rest of a hash, and in the low bits a position in `documents`.
  private final int[] entries;

  private ShingleTable(int bits, int[] documents, int[] starts, int[] entries) {
    this.bits = bits;
    this.documents = documents;
    this.starts = starts;
    this.entries = entries;
  }

  /// Goes through the decided letters of a segment twice: to count, and to place the entries.
  static ShingleTable of(LeafReader part) throws IOException {
    int[] documents = DecidedLetter.documents(part);
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(documents.length);
    ShingleTable counting = new ShingleTable(bits, documents, new int[(8 << bits) + 2], new int[0]);
    counting.eachEntry(part, (hash, _) -> counting.starts[counting.bucket(hash) + 2]++);
    int[] starts = counting.starts;
    Arrays.parallelPrefix(starts, Integer::sum);
    ShingleTable table =
        new ShingleTable(bits, documents, starts, new int[starts[starts.length - 1]]);
    // Each start moves to its bucket's end, which is where the next bucket starts.
    table.eachEntry(
        part,
        (hash, letter) ->
            table.entries[starts[table.bucket(hash) + 1]++] = table.rest(hash) | letter);
    return table;
  }

  private interface Entry {
    void accept(int hash, int letter);
  }

  private void eachEntry(LeafReader part, Entry entry) throws IOException {
    DecidedLetter letter = new DecidedLetter(part);
    for (int i = 0; i < documents.length; i++) {
      letter.at(documents[i]);
      entry.accept(hashOf(letter.number()), i);
      for (int hash : sample(letter.shingles(), SAMPLE_SIZE)) {
        entry.accept(hash, i);
      }
    }
  }

  /// The hashes of the shingles of a text that are looked up.
  static int[] queryHashes(ShingleSet text) {
    return sample(text, QUERY_SIZE);
  }

  private static int[] sample(ShingleSet text, int size) {
    int[] shingles = text.toArray();
    long share = Math.max(HASHES / SAMPLE_RATE, HASHES * size / Math.max(size, shingles.length));
    return Arrays.stream(shingles)
        .map(ShingleTable::hash)
        .filter(hash -> Integer.toUnsignedLong(hash) < share)
        .toArray();
  }

  private static int hash(int shingle) {
    int mixed = shingle * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  /// The hash of a letter's number. A shingle may have the same one, so the caller checks the
  /// document.
  static int hashOf(long number) {
    return hash(~Long.hashCode(number));
  }

  private int bucket(int hash) {
    return hash & ((8 << bits) - 1);
  }

  private int rest(int hash) {
    return hash >>> (bits + 3) << bits;
  }

  /// The first entry with each of some hashes, -1 without any. No lookup depends on another's
  /// result, so that the processor can overlap the memory accesses.
  int[] first(int... hashes) {
    int[] places = new int[hashes.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = starts[bucket(hashes[i])];
    }
    for (int i = 0; i < places.length; i++) {
      places[i] = from(places[i], hashes[i]);
    }
    return places;
  }

  /// The next entry with the same hash, -1 without any.
  int next(int entry, int hash) {
    return from(entry + 1, hash);
  }

  private int from(int entry, int hash) {
    int end = starts[bucket(hash) + 1];
    int rest = rest(hash);
    int at = entry;
    while (at < end && entries[at] >>> bits << bits != rest) {
      at++;
    }
    return at < end ? at : -1;
  }

  /// The document of an entry; ascending among entries with the same hash.
  int document(int entry) {
    return documents[entries[entry] & ((1 << bits) - 1)];
  }
}
