package org.postbag.cli;

import java.io.PrintWriter;
import java.util.List;
import org.postbag.SecretFiles;
import org.postbag.Settings;
import org.postbag.SettingsReader;
import org.postbag.catalog.Problem;

/// The settings that a verb works with.
final class Configuration {
  private Configuration() {}

  /// Reads `application.yaml`; warnings go to `err`.
  ///
  /// @throws Failure of wrong configuration, after every mistake was named on `err`
  static Settings read(PostbagCommand postbag, PrintWriter err) {
    SettingsReader.Reading reading =
        SettingsReader.read(
            postbag.config(), postbag.data(), SecretFiles.of(postbag.environment()));
    List<Problem> problems = reading.problems();
    problems.forEach(err::println);
    return reading
        .settings()
        .orElseThrow(() ->
            Failure.usage(
                "the configuration has mistakes; mend them, and see them all with"
                    + " `postbag check --offline`"));
  }
}
