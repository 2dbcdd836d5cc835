package org.postbag.catalog;

import java.nio.file.Path;
import java.util.Optional;

/// The door to YAML for the rest of the house.
public final class ConfigurationFile {
  private ConfigurationFile() {}

  /// Reads such a text.
  public static Optional<YamlMap> of(String text, Mistakes mistakes, Variables variables) {
    return YamlFile.read(text, 1, mistakes, variables);
  }

  /// Reads a YAML file; empty, with the mistakes noted, when nothing in it can be used.
  ///
  /// @param variables what `${NAME}` in a value stands for
  public static Optional<YamlMap> read(Path file, Mistakes mistakes, Variables variables) {
    return SourceText.read(file, mistakes)
        .flatMap(source -> YamlFile.read(source.text(), 1, mistakes, variables));
  }

  /// Reads a YAML text that comes with the program.
  public static Optional<YamlMap> read(String shipped, Mistakes mistakes) {
    return YamlFile.read(shipped, 1, mistakes, Variables.LITERAL);
  }
}
