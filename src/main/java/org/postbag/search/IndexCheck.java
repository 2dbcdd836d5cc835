package org.postbag.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// Compares the checksums of an index's files, also while another process writes it.
public final class IndexCheck {
  private IndexCheck() {}

  /// What is wrong with the index in that folder; empty when there is none, or nothing is.
  public static Optional<String> fault(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Directory directory = FSDirectory.open(folder)) {
      if (!DirectoryReader.indexExists(directory)) {
        return Optional.empty();
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (LeafReaderContext leaf : reader.leaves()) {
          leaf.reader().checkIntegrity();
        }
      }
      return Optional.empty();
    } catch (IOException | RuntimeException | InternalError e) {
      return Optional.of(
          "the index of the letters is damaged (%s); remove the folder %s, it is made again from the database"
              .formatted(e.getMessage(), folder));
    }
  }
}
