package org.postbag.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.postbag.catalog.Secret;
import org.postbag.catalog.YamlMap;
import org.postbag.database.DatabaseSettings;

/// Reads `postbag.database`.
final class StorageReader {
  private static final String POSTGRESQL = "postgresql://";

  private StorageReader() {}

  /// SQLite in the data folder, unless a URL is given.
  static DatabaseSettings database(YamlMap database, Path data) {
    Optional<String> url =
        database.read(
            "url",
            "`postgresql://host/name`; without the line, SQLite in the data folder is used",
            text -> text.startsWith(POSTGRESQL) && !text.contains("@") ? "jdbc:" + text : null);
    Optional<String> username = database.text("username");
    Optional<String> password = database.secret("password").map(Secret::reveal);
    database.checkKeys();
    return new DatabaseSettings(data, url, username, password);
  }
}
