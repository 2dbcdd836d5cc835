package org.postbag.upkeep.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The files that a backup is made of, by the name that each has in it: the database, and the
/// folder `config/` without secrets. The index is left out, because it is made again from the
/// database.
record Sources(Map<String, Source> all) {
  static final String DATABASE = "postbag.db";
  static final String CONFIG = "config/";
  private static final String SETTINGS = "application.yaml";

  /// Opens a file.
  interface Source {
    InputStream open() throws IOException;
  }

  static Sources of(Path database, Path config) throws IOException {
    Map<String, Source> all = new LinkedHashMap<>();
    all.put(DATABASE, () -> Files.newInputStream(database));
    for (Path file : files(config)) {
      String name = CONFIG + config.relativize(file).toString().replace('\\', '/');
      all.put(
          name,
          name.equals(CONFIG + SETTINGS)
              ? () -> withoutSecrets(file)
              : () -> Files.newInputStream(file));
    }
    return new Sources(all);
  }

  private static List<Path> files(Path config) throws IOException {
    if (!Files.isDirectory(config)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(config)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static InputStream withoutSecrets(Path settings) throws IOException {
    String text = SecretLines.removed(Files.readString(settings));
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
