package org.postbag.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files of a folder that people mean: no hidden ones, and no backups of editors.
final class VisibleFiles {
  private VisibleFiles() {}

  /// In name order.
  ///
  /// @throws java.io.UncheckedIOException when the folder goes away meanwhile
  static List<Path> of(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !isPassedOver(file.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  private static boolean isPassedOver(String name) {
    return name.startsWith(".") || name.startsWith("#") || name.endsWith("~");
  }
}
