package org.postbag.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells broken machinery under the database from a mistake in the program: the server is away, or
/// the disk cannot be read or written.
public final class DatabaseAway {
  private static final int MOST_CAUSES = 20;

  /// The reason when the server is away, in the words of everybody who meets it.
  public static final String NO_ANSWER = "the database does not answer";

  private DatabaseAway() {}

  /// Why the database cannot be used, in words that do not change from one try to the next; empty
  /// when the failure is another.
  public static Optional<String> reason(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
      if (cause instanceof SQLException known && of(known).isPresent()) {
        return of(known);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  /// By class and SQLSTATE (ISO/IEC 9075: class 08 is the connection; PostgreSQL, appendix A: 53 is
  /// want of resources, 57P the operator's hand), or by the name that SQLite gives it.
  private static Optional<String> of(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    String said = String.valueOf(failure.getMessage());
    if (said.contains("SQLITE_FULL") || state.equals("53100")) {
      return Optional.of("the database's disk is full");
    }
    if (said.matches("(?s).*SQLITE_(IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB).*")) {
      return Optional.of("the database's file cannot be read or written");
    }
    boolean away =
        failure instanceof SQLTransientConnectionException
            || failure instanceof SQLNonTransientConnectionException
            || state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57P");
    return away ? Optional.of(NO_ANSWER) : Optional.empty();
  }
}
