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

/// All letters, to be searched and compared. Safe for several threads; what was put in is found
/// after the next [#refresh], and outlives the program after the next [#commit].
public final class LetterIndex implements AutoCloseable {
  private final IndexFiles files;

  private LetterIndex(IndexFiles files) {
    this.files = files;
  }

  /// Opens the index in a folder. One that is missing, damaged or of another version is begun anew;
  /// one that another program writes is only read. Where the folder cannot be used, nothing is
  /// found, and [#problem] says why.
  public static LetterIndex open(Path folder) {
    return new LetterIndex(new IndexFiles(folder, OpenIndex::in));
  }

  /// Opens the index in a folder as it is, and changes nothing there. Nothing is found where there
  /// is none, or one that cannot be used.
  public static LetterIndex openReadOnly(Path folder) {
    return new LetterIndex(new IndexFiles(folder, OpenIndex::readOnly));
  }

  /// Why the index cannot be opened or written at present, so that not all letters are found; empty
  /// when it can. [IndexFollower] tries it again.
  public Optional<Problem> problem() {
    return files.problem();
  }

  IndexFiles files() {
    return files;
  }

  /// False when another program writes it; then only what that committed is found.
  public boolean isWritable() {
    return files.isWritable();
  }

  /// How far the index went when it was opened.
  IndexPosition foundPosition() {
    return files.foundPosition();
  }

  /// Puts letters in, each in place of the one with its number.
  void put(List<IndexedLetter> letters) throws IOException {
    for (IndexedLetter letter : letters) {
      files.writer().updateDocument(Fields.key(letter.id()), Fields.document(letter));
    }
  }

  /// Notes a person's decision on a letter; one that is not in the index is passed over.
  void decide(long letter, Optional<TopicId> topic) throws IOException {
    Optional<IndexedLetter> known = find(letter);
    if (known.isPresent()) {
      put(List.of(known.get().decided(topic)));
    }
  }

  void refresh() throws IOException {
    files.refresh();
  }

  /// Makes everything durable, together with how far it goes.
  void commit(IndexPosition indexPosition) throws IOException {
    files.commit(indexPosition);
  }

  /// How many letters can be found.
  public int size() {
    return files.search(searcher -> searcher.getIndexReader().numDocs());
  }

  /// One letter as it was put in.
  public Optional<IndexedLetter> find(long letter) {
    return files.search(searcher -> {
      ScoreDoc[] hits = searcher.search(new TermQuery(Fields.key(letter)), 1).scoreDocs;
      return hits.length == 0
          ? Optional.<IndexedLetter>empty()
          : Optional.of(Fields.letter(searcher.storedFields().document(hits[0].doc)));
    });
  }

  /// The numbers of letters that hold all of some words, or words that begin so; words in quotation
  /// marks stand side by side.
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

  /// The topic that a person gave a letter; empty for a letter that is not decided, or not there.
  public Optional<TopicId> topic(long letter) {
    return files.search(searcher -> new DecidedLetters(searcher).topic(letter));
  }

  /// The decided letters in the words of a text, those first that share more of it.
  ///
  /// @param text the runs of words that stand in it
  /// @param isSame whether a letter with such runs is in its words
  public List<Neighbour> withSameText(ShingleSet text, Predicate<ShingleSet> isSame, int limit) {
    return files.search(searcher -> new DecidedLetters(searcher).withSameText(text, isSame, limit));
  }

  /// Goes through all letters on several threads, some dozens at a time, in no order.
  ///
  /// @param extract what is wanted of some letters
  public <T> List<T> collect(Function<List<IndexedLetter>, List<T>> extract) {
    return files.search(searcher -> {
      List<Chunk> chunks = searcher.getLeafContexts().stream().flatMap(Chunk::of).toList();
      return chunks.parallelStream()
          .flatMap(chunk -> extract.apply(chunk.letters()).stream())
          .toList();
    });
  }

  /// Leaves what was not committed to the next start, which puts it in again.
  @Override
  public void close() {
    files.close();
  }
}
