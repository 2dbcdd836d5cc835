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

/// An index's folder as it was opened.
///
/// @param found how far the index went then
/// @param writer null when another program writes it
record OpenIndex(
    Directory directory, IndexPosition found, @Nullable IndexWriter writer, SearcherManager searchers)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);

  /// Opens a folder. An index that is missing, damaged or of another version is begun anew; one
  /// that another program writes is only read.
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

  /// Opens a folder to be read only; empty where there is no index of this version, or none that
  /// can be read.
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

  /// An empty one in memory, to stand in for one that cannot be used.
  static OpenIndex empty() {
    try {
      Directory memory = new ByteBuffersDirectory();
      IndexWriter writer = new IndexWriter(memory, configuration(IndexPosition.START));
      return writable(memory, IndexPosition.START, writer);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("an index in memory cannot fail to be written", e);
    }
  }

  private static OpenIndex writable(Directory directory, IndexPosition indexPosition, IndexWriter writer)
      throws IOException {
    try {
      SearcherManager searchers = new SearcherManager(writer, new LetterSearcher.Factory());
      return new OpenIndex(directory, indexPosition, writer, searchers);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      IOUtils.closeWhileHandlingException(writer);
      throw e;
    }
  }

  /// How far a sound index of this version goes; the start for any other.
  private static IndexPosition readPosition(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return IndexPosition.START;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      Map<String, String> written = reader.getIndexCommit().getUserData();
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      return IndexPosition.isOfThisVersion(written) ? IndexPosition.of(written) : IndexPosition.START;
    } catch (IOException | RuntimeException e) {
      if (mayBeIntact(e)) {
        throw e;
      }
      LOG.warn("The index of the letters cannot be read and is made anew: {}", e.toString());
      return IndexPosition.START;
    }
  }

  /// Files that may not be opened now, for want of a right or of handles, are no reason to take
  /// them away.
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

  private static IndexWriterConfig configuration(IndexPosition found) {
    IndexWriterConfig configuration = new IndexWriterConfig(Fields.analyzer());
    configuration.setOpenMode(
        found.equals(IndexPosition.START) ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND);
    configuration.setRAMBufferSizeMB(16);
    configuration.setCommitOnClose(false);
    configuration.setMergeScheduler(new QuietMergeScheduler());
    return configuration;
  }

  /// A merge that fails closes the writer, which says so to whoever writes next.
  private static final class QuietMergeScheduler extends ConcurrentMergeScheduler {
    @Override
    protected void handleMergeException(Throwable failure) {
      LOG.debug("parts of the index were not merged", failure);
    }
  }

  /// Forgets what was not committed, and lets others write; what was found is found still.
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
