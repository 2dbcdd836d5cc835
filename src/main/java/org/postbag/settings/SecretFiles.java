package org.postbag.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.postbag.catalog.Variables;

/// What `${NAME}` stands for: the file `NAME` of systemd's credentials or of `/run/secrets`, else
/// the environment's variable. Files come first, because a variable is seen by every child process.
public final class SecretFiles implements Variables {
  private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.-]*";

  private final List<Path> folders;
  private final Map<String, String> environment;

  /// @param runSecrets the folder into which Docker and Kubernetes put secrets
  SecretFiles(Path runSecrets, Map<String, String> environment) {
    Stream<Path> credentials =
        Optional.ofNullable(environment.get("CREDENTIALS_DIRECTORY")).map(Path::of).stream();
    this.folders = Stream.concat(credentials, Stream.of(runSecrets)).toList();
    this.environment = Map.copyOf(environment);
  }

  /// The folders of this machine.
  public static SecretFiles of(Map<String, String> environment) {
    return new SecretFiles(Path.of("/run/secrets"), environment);
  }

  @Override
  public Optional<String> valueOf(String name) {
    if (!name.matches(NAME)) {
      return Optional.empty();
    }
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::isReadable)
        .filter(Files::isRegularFile)
        .findFirst()
        .flatMap(SecretFiles::content)
        .or(() -> Optional.ofNullable(environment.get(name)))
        .filter(value -> !value.isBlank());
  }

  /// Where the value of a variable comes from, in words; empty when nobody set it.
  public Optional<String> originOf(String name) {
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(file -> Files.isReadable(file) && Files.isRegularFile(file))
        .findFirst()
        .map(file -> "the file " + file)
        .or(() -> Optional.ofNullable(environment.get(name)).map(_ -> "the environment's " + name));
  }

  private static Optional<String> content(Path file) {
    try {
      return Optional.of(Files.readString(file).stripTrailing());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
