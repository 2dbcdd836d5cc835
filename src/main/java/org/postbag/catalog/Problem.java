package org.postbag.catalog;

/// One mistake in a configuration file, with its mend.
///
/// @param file the path as the user would type it
/// @param line from 1; 0 when the file as a whole is meant
/// @param severity whether the file can be used all the same
/// @param message what is wrong
/// @param mend what to do about it
public record Problem(String file, int line, Severity severity, String message, String mend) {
  /// An error keeps the last good version in force; a warning is only shown.
  public enum Severity {
    ERROR,
    WARNING
  }

  public static Problem error(String file, int line, String message, String mend) {
    return new Problem(file, line, Severity.ERROR, message, mend);
  }

  public static Problem warning(String file, int line, String message, String mend) {
    return new Problem(file, line, Severity.WARNING, message, mend);
  }

  /// Whether it keeps the file from being used.
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /// `file:line: message; mend`.
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + message + "; " + mend;
  }
}
