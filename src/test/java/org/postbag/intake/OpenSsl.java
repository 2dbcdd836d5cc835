package org.postbag.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The command `openssl`, run in a folder, for the keys and certificates of tests.
///
/// @param folder where files without a path of their own are read and written
public record OpenSsl(Path folder) {
  /// Runs it, and waits for its end.
  ///
  /// @param words such as `req -x509 -out cert.pem`, blanks between
  /// @throws IllegalStateException with what openssl said, when it failed
  public void run(String words) {
    try {
      Process process =
          new ProcessBuilder(
                  Stream.concat(Stream.of("openssl"), Stream.of(words.split(" "))).toList())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.onExit().join().exitValue() != 0) {
        throw new IllegalStateException(said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
