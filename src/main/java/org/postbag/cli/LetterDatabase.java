package org.postbag.cli;

import java.io.PrintWriter;
import org.postbag.database.DatabaseSettings;
import org.postbag.settings.SettingsReader;
import picocli.CommandLine.Model.CommandSpec;

/// The database that a verb works on, with or without a daemon beside it.
final class LetterDatabase {
  private LetterDatabase() {}

  /// The program's own options, from any verb.
  static PostbagCommand postbag(CommandSpec verb) {
    return (PostbagCommand) verb.root().userObject();
  }

  /// The configured database; without a configuration, the file in the data folder.
  ///
  /// @throws Failure when it is not there: opening would make one
  static DatabaseSettings settings(PostbagCommand postbag, PrintWriter err) {
    DatabaseSettings settings =
        SettingsReader.file(postbag.config()).toFile().exists()
            ? SettingsFile.read(postbag, err).database()
            : DatabaseSettings.in(postbag.data());
    if (!settings.exists()) {
      throw Failure.usage(
          settings.folder() + ": there is no database in it; name the data folder with --data");
    }
    return settings;
  }
}
