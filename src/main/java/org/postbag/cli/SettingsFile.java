package org.postbag.cli;

import java.io.PrintWriter;
import java.util.List;
import org.postbag.catalog.Problem;
import org.postbag.database.DatabaseSettings;
import org.postbag.settings.SecretFiles;
import org.postbag.settings.Settings;
import org.postbag.settings.SettingsReader;

/// The settings that a verb works with.
final class SettingsFile {
  private SettingsFile() {}

  /// Reads `application.yaml`; with a mistake in it, names all of them and ends the verb.
  static Settings read(PostbagCommand postbag, PrintWriter err) {
    SettingsReader.Reading reading = reading(postbag);
    List<Problem> errors = reading.problems().stream().filter(Problem::isError).toList();
    errors.stream().skip(1).forEach(err::println);
    return reading.settings().orElseThrow(() -> Failure.usage(errors.getFirst().toString()));
  }

  /// The database alone, for verbs that need neither mailboxes nor their passwords.
  static DatabaseSettings database(PostbagCommand postbag) {
    SettingsReader.DatabaseReading reading =
        SettingsReader.readDatabase(
            postbag.config(), postbag.data(), SecretFiles.of(postbag.environment()));
    return reading
        .database()
        .orElseThrow(() ->
            Failure.usage(
                reading.problems().stream()
                    .filter(Problem::isError)
                    .findFirst()
                    .map(Problem::toString)
                    .orElse(SettingsReader.file(postbag.config()) + ": holds no `postbag:`")));
  }

  static SettingsReader.Reading reading(PostbagCommand postbag) {
    return SettingsReader.read(
        postbag.config(), postbag.data(), SecretFiles.of(postbag.environment()));
  }
}
