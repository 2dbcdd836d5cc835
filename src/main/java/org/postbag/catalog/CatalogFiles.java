package org.postbag.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The files of the catalog, to be looked at and written. They stay the source of truth: what is
/// written here is what an editor would have saved.
public final class CatalogFiles {
  private final Path config;

  /// @param config the folder with `topics` and `replies`
  public CatalogFiles(Path config) {
    this.config = config;
  }

  /// A file's text and the SHA-256 of its bytes.
  public record Content(String text, String hash) {
    public static Content of(String text) {
      return new Content(text, SourceText.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  public Path folder() {
    return config;
  }

  /// What stands there now; empty when there is no such file.
  public Optional<Content> read(CatalogFile file) {
    Path path = file.in(config);
    return Files.isRegularFile(path)
        ? SourceText.read(path, new Mistakes(path.toString()))
            .map(source -> new Content(source.text(), source.hash()))
        : Optional.empty();
  }

  /// What `check` would say if these files held those texts; nothing is written.
  ///
  /// @param texts empty for a file that is taken away
  public CatalogReader.Reading checked(Map<CatalogFile, Optional<String>> texts) {
    Map<Path, Optional<String>> paths = new LinkedHashMap<>();
    texts.forEach((file, text) -> paths.put(file.in(config), text));
    return CatalogReader.read(config, paths);
  }

  /// The file's path as `check` names it.
  public String path(CatalogFile file) {
    return file.in(config).toString();
  }

  /// Puts a text in the place of a file: whoever reads it sees the old one or the new one. A link
  /// stays a link.
  public void write(CatalogFile file, String text) {
    try {
      Path path = real(file.in(config));
      Path draft = path.resolveSibling("." + path.getFileName() + ".new");
      try (FileChannel channel =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      keepPermissions(path, draft);
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(file + " cannot be written", unwritable);
    }
  }

  public void delete(CatalogFile file) {
    try {
      Files.deleteIfExists(file.in(config));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(file + " cannot be removed", unwritable);
    }
  }

  private static Path real(Path path) throws IOException {
    try {
      return path.toRealPath();
    } catch (NoSuchFileException fresh) {
      return path;
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    if (Files.exists(from) && Files.getFileStore(from).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
  }
}
