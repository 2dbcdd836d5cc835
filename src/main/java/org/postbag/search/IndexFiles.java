package org.postbag.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.postbag.catalog.Problem;
import org.postbag.catalog.Unusable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index folder while the program runs, reopened after failures.
final class IndexFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);

  private final Path folder;
  private final Opening opening;
  private volatile OpenIndex open;
  private volatile Optional<Problem> problem = Optional.empty();
  private volatile boolean damaged;

  /// Opens a folder.
  interface Opening {
    OpenIndex of(Path folder) throws IOException;
  }

  /// Opens a folder. An index that is missing, damaged or of another version is created again; one
  /// that another process writes is opened for reading; one that cannot be used is empty until
  /// [#reopen].
  IndexFiles(Path folder, Opening opening) {
    this.folder = folder;
    this.opening = opening;
    OpenIndex opened;
    try {
      opened = opening.of(folder);
    } catch (IOException | OutOfMemoryError e) {
      LOG.debug("the index cannot be opened", e);
      problem = Optional.of(Unusable.of(folder, e));
      opened = OpenIndex.empty();
    }
    open = opened;
  }

  Path folder() {
    return folder;
  }

  /// Why it cannot be opened or written; empty when it can.
  Optional<Problem> problem() {
    return problem;
  }

  void setProblem(Optional<Problem> now) {
    problem = now;
  }

  /// How far the index went when it was opened.
  IndexPosition foundPosition() {
    return open.found();
  }

  /// False when another process writes it.
  boolean isWritable() {
    return open.writer() != null;
  }

  IndexWriter writer() {
    return Objects.requireNonNull(open.writer(), "another program writes this index");
  }

  /// Opens it again at its last commit, after it could not be written or read. Until that succeeds,
  /// searches use the previous state.
  ///
  /// @return how far it goes
  IndexPosition reopen() throws IOException {
    OpenIndex before = open;
    release(before);
    OpenIndex opened = opening.of(folder);
    open = opened;
    damaged = false;
    close(before);
    return opened.found();
  }

  /// A writer over damaged files may refuse to give up its work, and still releases the lock.
  private static void release(OpenIndex before) {
    try {
      before.rollback();
    } catch (IOException | RuntimeException | InternalError e) {
      LOG.debug("the damaged index could not be rolled back", e);
    }
  }

  private static void close(OpenIndex before) {
    try {
      before.close();
    } catch (IOException | RuntimeException | InternalError e) {
      LOG.debug("the damaged index could not be closed", e);
    }
  }

  /// Whether a search has failed because files are damaged or missing.
  boolean isDamaged() {
    return damaged;
  }

  void refresh() throws IOException {
    open.searchers().maybeRefreshBlocking();
  }

  void commit(IndexPosition indexPosition) throws IOException {
    writer().setLiveCommitData(indexPosition.toCommitData().entrySet());
    writer().commit();
  }

  /// A search.
  interface Search<T> {
    T in(LetterSearcher searcher) throws IOException;
  }

  /// @throws UncheckedIOException when the index cannot be read; then it is damaged
  <T> T search(Search<T> search) {
    SearcherManager now = open.searchers();
    try {
      IndexSearcher searcher = now.acquire();
      try {
        return search.in((LetterSearcher) searcher);
      } finally {
        now.release(searcher);
      }
    } catch (AlreadyClosedException e) {
      if (now == open.searchers()) {
        throw e;
      }
      return search(search); // it was reopened meanwhile
    } catch (IOException | RuntimeException | InternalError e) {
      // Reading a memory-mapped file that was cut short is an InternalError where a whole page is
      // gone, and zeros in what is left of the last one: those break Lucene anywhere.
      damaged = true;
      throw new UncheckedIOException(new IOException("the index of the letters cannot be read", e));
    }
  }

  /// What was not committed is indexed again after the next start.
  @Override
  public void close() {
    try {
      open.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing the index of the letters", e);
    }
  }
}
