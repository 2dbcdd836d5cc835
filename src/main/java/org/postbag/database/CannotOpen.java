package org.postbag.database;

import java.sql.SQLException;

/// The database cannot be opened. The message is one sentence for those who keep the machine: where
/// it stands, why, and what to do about it.
public final class CannotOpen extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotOpen(String message, Exception cause) {
    super(message, cause);
  }

  /// A server that is away, or refuses us.
  static CannotOpen server(DatabaseSettings settings, SQLException failure) {
    String why = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return new CannotOpen(
        "the database %s cannot be opened: %s; start it, or mend postbag.database in config/application.yaml"
            .formatted(settings, why),
        failure);
  }
}
