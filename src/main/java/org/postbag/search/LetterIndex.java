package org.postbag.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.postbag.catalog.Problem;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.ShingleSet;

/// All letters, to search and compare. Safe for several threads; changes are visible after the next
/// [#refresh] and durable after the next [#commit].
public final class LetterIndex implements AutoCloseable {
  private final IndexFiles files;

  private LetterIndex(IndexFiles files) {
    this.files = files;
  }

  /// Opens the index in a folder. One that is missing, damaged or of another version is created
  /// again; one that another process writes is opened for reading. If the folder cannot be used,
  /// nothing is found, and [#problem] says why.
  public static LetterIndex open(Path folder) {
    return new LetterIndex(new IndexFiles(folder, OpenIndex::in));
  }

  /// Opens the index in a folder without changing anything. Nothing is found if there is none, or
  /// none that can be used.
  public static LetterIndex openReadOnly(Path folder) {
    return new LetterIndex(new IndexFiles(folder, OpenIndex::readOnly));
  }

  /// Why the index cannot be opened or written, so that not all letters are found; empty when it
  /// can. [IndexFollower] tries again.
  public Optional<Problem> problem() {
    return files.problem();
  }

  IndexFiles files() {
    return files;
  }

  /// False when another process writes it; then only what that one committed is found.
  public boolean isWritable() {
    return files.isWritable();
  }

  /// How far the index went when it was opened.
  IndexPosition foundPosition() {
    return files.foundPosition();
  }

  /// Adds letters; each replaces the one with its number.
  void put(List<IndexedLetter> letters) throws IOException {
    for (IndexedLetter letter : letters) {
      files.writer().updateDocument(Fields.key(letter.id()), Fields.document(letter));
    }
  }

  /// Stores a decision on a letter, with the reply that was approved; ignores a letter that is not
  /// in the index.
  void decide(long letter, Optional<TopicId> topic, Optional<String> reply) throws IOException {
    Optional<IndexedLetter> known = find(letter);
    if (known.isPresent()) {
      put(List.of(known.get().decided(topic, reply)));
    }
  }

  void refresh() throws IOException {
    files.refresh();
  }

  /// Makes all changes durable, together with the position.
  void commit(IndexPosition indexPosition) throws IOException {
    files.commit(indexPosition);
  }

  /// How many letters can be found.
  public int size() {
    return files.search(searcher -> searcher.getIndexReader().numDocs());
  }

  /// One letter as it was indexed.
  public Optional<IndexedLetter> find(long letter) {
    return files.search(searcher -> {
      ScoreDoc[] hits = searcher.search(new TermQuery(Fields.key(letter)), 1).scoreDocs;
      return hits.length == 0
          ? Optional.<IndexedLetter>empty()
          : Optional.of(Fields.letter(searcher.storedFields().document(hits[0].doc)));
    });
  }

  /// The numbers of letters that have all given words, at least as prefixes; quoted words must be
  /// adjacent.
  ///
  /// @param above only letters with a greater number
  /// @param below only letters with a smaller number
  /// @param newestFirst the greatest number first
  public List<Long> find(String words, long above, long below, boolean newestFirst, int limit) {
    Query query =
        new BooleanQuery.Builder()
            .add(WordsQuery.of(words, Map.of(Fields.WRITTEN, 1f)), Occur.MUST)
            .add(LongField.newRangeQuery(Fields.NUMBER, above + 1, below - 1), Occur.FILTER)
            .build();
    Sort order =
        new Sort(
            LongField.newSortField(Fields.NUMBER, newestFirst, SortedNumericSelector.Type.MIN));
    return files.search(searcher -> {
      List<Long> letters = new ArrayList<>();
      StoredFields stored = searcher.storedFields();
      for (ScoreDoc hit : searcher.search(query, limit, order).scoreDocs) {
        Document document = stored.document(hit.doc, java.util.Set.of(Fields.LETTER));
        letters.add(Long.parseLong(document.get(Fields.LETTER)));
      }
      return letters;
    });
  }

  /// The topic that staff gave a letter; empty if it is not decided or not in the index.
  public Optional<TopicId> topic(long letter) {
    return files.search(searcher -> new DecidedLetters(searcher).topic(letter));
  }

  /// The decided letters with the same text, those that share most of it first.
  ///
  /// @param text its shingles
  /// @param isSame whether a letter with such shingles has the same text
  public List<Neighbour> withSameText(ShingleSet text, Predicate<ShingleSet> isSame, int limit) {
    return files.search(searcher -> new DecidedLetters(searcher).withSameText(text, isSame, limit));
  }

  /// Reads all letters on several threads, in batches, in no particular order.
  ///
  /// @param extract returns what is wanted of a batch
  public <T> List<T> collect(Function<List<IndexedLetter>, List<T>> extract) {
    return files.search(searcher -> {
      List<Chunk> chunks = searcher.getLeafContexts().stream().flatMap(Chunk::of).toList();
      return chunks.parallelStream()
          .flatMap(chunk -> extract.apply(chunk.letters()).stream())
          .toList();
    });
  }

  /// What was not committed is indexed again after the next start.
  @Override
  public void close() {
    files.close();
  }
}
