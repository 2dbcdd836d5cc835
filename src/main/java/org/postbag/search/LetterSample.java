package org.postbag.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postbag.catalog.TopicId;

/// Letters in an index of their own, apart from the office's, for as long as they are looked at.
/// The folder is removed afterwards.
public final class LetterSample implements AutoCloseable {
  private final Path folder;
  private final LetterIndex index;

  private LetterSample(Path folder) {
    this.folder = folder;
    this.index = LetterIndex.open(folder);
  }

  /// An empty one.
  ///
  /// @param beside a folder in which the index gets one of its own
  public static LetterSample in(Path beside) {
    try {
      Files.createDirectories(beside);
      return new LetterSample(Files.createTempDirectory(beside, "sample-"));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(beside + " cannot be written", unwritable);
    }
  }

  public LetterIndex index() {
    return index;
  }

  /// Adds letters, or puts them in the place of those with their numbers; found from then on.
  public void add(List<IndexedLetter> letters) {
    try {
      index.put(letters);
      index.refresh();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(folder + " cannot be written", unwritable);
    }
  }

  /// Stores decisions on letters, as the office's index does.
  public void decide(List<Decision> decisions) {
    try {
      for (Decision decision : decisions) {
        index.decide(decision.letter(), decision.topic(), Optional.empty());
      }
      index.refresh();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(folder + " cannot be written", unwritable);
    }
  }

  /// A letter's topic; empty when none fits.
  public record Decision(long letter, Optional<TopicId> topic) {}

  @Override
  public void close() {
    index.close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException undeletable) {
      throw new UncheckedIOException(folder + " cannot be removed", undeletable);
    }
  }
}
