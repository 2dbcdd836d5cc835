package org.postbag.matching.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index's folder, open for as long as the program runs.
final class IndexFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);

  private final Directory directory;
  private final Mark found;
  private volatile @Nullable IndexWriter writer;
  private volatile SearcherManager searchers;
  private volatile boolean damaged;

  private IndexFiles(Directory directory, Mark found, @Nullable IndexWriter writer)
      throws IOException {
    this.directory = directory;
    this.found = found;
    this.writer = writer;
    this.searchers = searchers();
  }

  /// Opens a folder. An index that is missing, damaged or of another version is begun anew; one
  /// that another program writes is only read.
  ///
  /// @throws UncheckedIOException when the folder cannot be written
  static IndexFiles open(Path folder) {
    try {
      FSDirectory directory = FSDirectory.open(folder);
      Mark mark = mark(directory);
      try {
        return new IndexFiles(directory, mark, writer(directory, mark));
      } catch (LockObtainFailedException othersWrite) {
        LOG.debug("another program writes the index", othersWrite);
        return new IndexFiles(directory, mark, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("opening the index of the letters in " + folder, e);
    }
  }

  private static IndexWriter writer(Directory directory, Mark found) throws IOException {
    emptyLock(directory);
    if (found.equals(Mark.START)) {
      clear(directory);
    }
    return new IndexWriter(directory, configuration(found));
  }

  /// A lock in which anything stands is refused by Lucene for ever.
  private static void emptyLock(Directory directory) throws IOException {
    String lock = IndexWriter.WRITE_LOCK_NAME;
    if (List.of(directory.listAll()).contains(lock) && directory.fileLength(lock) > 0) {
      directory.deleteFile(lock);
    }
  }

  /// Takes away what cannot be used: Lucene reads it also when it is to begin anew.
  private static void clear(Directory directory) throws IOException {
    try (Lock _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      for (String name : directory.listAll()) {
        if (IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches()
            || name.startsWith(IndexFileNames.SEGMENTS)
            || name.startsWith(IndexFileNames.PENDING_SEGMENTS)) {
          directory.deleteFile(name);
        }
      }
    }
  }

  private static IndexWriterConfig configuration(Mark found) {
    IndexWriterConfig configuration = new IndexWriterConfig(Fields.analyzer());
    configuration.setOpenMode(
        found.equals(Mark.START) ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND);
    configuration.setRAMBufferSizeMB(16);
    configuration.setCommitOnClose(false);
    return configuration;
  }

  /// How far a sound index of this version goes; the start for any other.
  private static Mark mark(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return Mark.START;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      Map<String, String> written = reader.getIndexCommit().getUserData();
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      return Mark.isOfThisVersion(written) ? Mark.of(written) : Mark.START;
    } catch (IOException | RuntimeException e) {
      LOG.warn("The index of the letters cannot be read and is made anew: {}", e.toString());
      return Mark.START;
    }
  }

  private SearcherManager searchers() throws IOException {
    IndexWriter now = writer;
    return now == null ? new SearcherManager(directory, null) : new SearcherManager(now, null);
  }

  /// How far the index went when it was opened.
  Mark found() {
    return found;
  }

  boolean isWritable() {
    return writer != null;
  }

  IndexWriter writer() {
    return Objects.requireNonNull(writer, "another program writes this index");
  }

  /// Opens it once more after it could not be written, as it was last committed.
  ///
  /// @return how far it goes
  Mark reopen() throws IOException {
    writer().rollback();
    Mark mark = mark(directory);
    writer = writer(directory, mark);
    SearcherManager old = searchers;
    searchers = searchers();
    damaged = false;
    old.close();
    return mark;
  }

  /// Whether something could not be looked up, because of what stands in the files or no longer
  /// does.
  boolean isDamaged() {
    return damaged;
  }

  void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  void commit(Mark mark) throws IOException {
    writer().setLiveCommitData(mark.written().entrySet());
    writer().commit();
  }

  /// Looks something up.
  interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }

  /// @throws UncheckedIOException when the index cannot be read; then it is damaged
  <T> T search(Search<T> search) {
    SearcherManager now = searchers;
    try {
      IndexSearcher searcher = now.acquire();
      try {
        return search.in(searcher);
      } finally {
        now.release(searcher);
      }
    } catch (IOException | InternalError e) {
      // Files are mapped into the memory: to read one that was cut short is an InternalError.
      damaged = true;
      throw new UncheckedIOException(new IOException("the index of the letters cannot be read", e));
    }
  }

  /// Leaves what was not committed to the next start, which puts it in again.
  @Override
  public void close() {
    IndexWriter last = writer;
    try {
      IOUtils.close(searchers, last, directory);
    } catch (IOException e) {
      throw new UncheckedIOException("closing the index of the letters", e);
    }
  }
}
