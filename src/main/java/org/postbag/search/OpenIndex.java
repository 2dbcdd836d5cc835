package org.postbag.search;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An index folder as it was opened.
///
/// @param found how far the index went then
/// @param writer null when another process writes it
record OpenIndex(
    Directory directory,
    IndexPosition found,
    @Nullable IndexWriter writer,
    SearcherManager searchers)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);

  /// Opens a folder. An index that is missing, damaged or of another version is created again; one
  /// that another process writes is opened for reading.
  ///
  /// @throws IOException when the folder cannot be used
  static OpenIndex in(Path folder) throws IOException {
    FSDirectory directory = FSDirectory.open(folder);
    try {
      return in(directory, readPosition(directory));
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      IOUtils.closeWhileHandlingException(directory);
      throw e;
    }
  }

  private static OpenIndex in(Directory directory, IndexPosition indexPosition) throws IOException {
    try {
      return writable(directory, indexPosition, writer(directory, indexPosition));
    } catch (LockObtainFailedException othersWrite) {
      LOG.debug("another program writes the index", othersWrite);
      SearcherManager searchers = new SearcherManager(directory, new LetterSearcher.Factory());
      return new OpenIndex(directory, indexPosition, null, searchers);
    }
  }

  /// Opens a folder for reading; empty if it has no readable index of this version.
  static OpenIndex readOnly(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return empty();
    }
    FSDirectory directory = FSDirectory.open(folder);
    try {
      IndexPosition indexPosition = readPosition(directory);
      if (indexPosition.equals(IndexPosition.START)) {
        directory.close();
        return empty();
      }
      SearcherManager searchers = new SearcherManager(directory, new LetterSearcher.Factory());
      return new OpenIndex(directory, indexPosition, null, searchers);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      IOUtils.closeWhileHandlingException(directory);
      throw e;
    }
  }

  /// An empty index in memory, in place of one that cannot be used.
  static OpenIndex empty() {
    try {
      Directory memory = new ByteBuffersDirectory();
      IndexWriter writer = new IndexWriter(memory, configuration(IndexPosition.START));
      return writable(memory, IndexPosition.START, writer);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("an index in memory cannot fail to be written", e);
    }
  }

  private static OpenIndex writable(
      Directory directory, IndexPosition indexPosition, IndexWriter writer) throws IOException {
    try {
      SearcherManager searchers = new SearcherManager(writer, new LetterSearcher.Factory());
      return new OpenIndex(directory, indexPosition, writer, searchers);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      IOUtils.closeWhileHandlingException(writer);
      throw e;
    }
  }

  /// How far an intact index of this version goes; the start for any other.
  private static IndexPosition readPosition(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return IndexPosition.START;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      Map<String, String> written = reader.getIndexCommit().getUserData();
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      return IndexPosition.isOfThisVersion(written)
          ? IndexPosition.of(written)
          : IndexPosition.START;
    } catch (IOException | RuntimeException e) {
      if (mayBeIntact(e)) {
        throw e;
      }
      LOG.warn("The index of the letters cannot be read and is rebuilt: {}", e.toString());
      return IndexPosition.START;
    }
  }

  /// Files that cannot be opened now, for lack of permission or file handles, are no reason to
  /// delete them.
  private static boolean mayBeIntact(Exception e) {
    return e instanceof FileSystemException && !(e instanceof NoSuchFileException);
  }

  private static IndexWriter writer(Directory directory, IndexPosition found) throws IOException {
    emptyLock(directory);
    if (found.equals(IndexPosition.START)) {
      clear(directory);
    }
    return new IndexWriter(directory, configuration(found));
  }

  /// Lucene never accepts a lock file that has content.
  private static void emptyLock(Directory directory) throws IOException {
    String lock = IndexWriter.WRITE_LOCK_NAME;
    if (List.of(directory.listAll()).contains(lock) && directory.fileLength(lock) > 0) {
      directory.deleteFile(lock);
    }
  }

  /// Deletes what cannot be used: Lucene reads it even in order to create a new index.
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

  private static IndexWriterConfig configuration(IndexPosition found) {
    IndexWriterConfig configuration = new IndexWriterConfig(Fields.analyzer());
    configuration.setOpenMode(
        found.equals(IndexPosition.START) ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND);
    configuration.setRAMBufferSizeMB(16);
    configuration.setCommitOnClose(false);
    configuration.setMergeScheduler(new QuietMergeScheduler());
    // When letters are erased, a segment with one of them is written again, however many others it
    // has.
    configuration.setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0));
    return configuration;
  }

  /// A failed merge closes the writer, which reports it to the next one who writes.
  private static final class QuietMergeScheduler extends ConcurrentMergeScheduler {
    @Override
    protected void handleMergeException(Throwable failure) {
      LOG.debug("parts of the index were not merged", failure);
    }
  }

  /// Discards what was not committed and releases the lock; searches go on.
  void rollback() throws IOException {
    if (writer != null) {
      writer.rollback();
    }
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(searchers, writer, directory);
  }
}
