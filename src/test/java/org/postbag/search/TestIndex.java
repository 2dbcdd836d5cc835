package org.postbag.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.postbag.database.Database;
import org.postbag.email.LetterReader;

/// An index in a folder of its own that follows a database whenever it is asked.
public final class TestIndex implements AutoCloseable {
  private final LetterIndex index;
  private final IndexFollower follower;

  public TestIndex(Database database, Runnable collectDecisions) {
    this(database, folder(), collectDecisions, InstantSource.system());
  }

  TestIndex(Database database, Path folder, Runnable collectDecisions, InstantSource clock) {
    index = LetterIndex.open(folder);
    follower = new IndexFollower(database, index, collectDecisions, new LetterReader(), clock);
  }

  static Path folder() {
    try {
      return Files.createTempDirectory("postbag-index");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The index with everything that is in the database now.
  public LetterIndex upToDate() {
    try {
      follower.catchUp();
      return index;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The index as it is.
  LetterIndex index() {
    return index;
  }

  /// What makes it follow.
  public IndexFollower follower() {
    return follower;
  }

  @Override
  public void close() {
    follower.close();
    index.close();
  }
}
