package org.postbag.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The passphrase of a backup, which never stands on the command line: every user of the machine
/// reads that.
final class Passphrase {
  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Encrypts with the passphrase in the first line of FILE; - is standard input.")
  private @Nullable Path file;

  Optional<String> read() {
    if (file == null) {
      return Optional.empty();
    }
    try {
      String text =
          file.toString().equals("-")
              ? new String(System.in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
              : Files.readString(file);
      String line = text.lines().findFirst().orElse("").strip();
      if (line.isEmpty()) {
        throw Failure.usage(file + ": its first line is empty; write the passphrase there");
      }
      return Optional.of(line);
    } catch (IOException e) {
      throw Failure.usage(file + ": the passphrase cannot be read: " + e.getMessage());
    }
  }
}
