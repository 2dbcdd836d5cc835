package org.postbag.catalog;

/// One mistake in a configuration file, with its mend.
///
/// @param file the path as the user would type it
/// @param line from 1; 0 when the file as a whole is meant
/// @param column from 1; 0 when the line as a whole is meant
/// @param severity whether the file can be used all the same
/// @param message what is wrong
/// @param mend what to do about it
public record Problem(
    String file, int line, int column, Severity severity, String message, String mend) {
  /// An error keeps the last good version in force; a warning is only shown.
  public enum Severity {
    ERROR,
    WARNING
  }

  public static Problem error(String file, int line, String message, String mend) {
    return new Problem(file, line, 0, Severity.ERROR, message, mend);
  }

  public static Problem warning(String file, int line, String message, String mend) {
    return new Problem(file, line, 0, Severity.WARNING, message, mend);
  }

  /// The same, at that place in its line.
  Problem at(int place) {
    return new Problem(file, line, place, severity, message, mend);
  }

  /// Whether it keeps the file from being used.
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /// `file:line:column: message; mend`, as editors and compilers have it.
  @Override
  public String toString() {
    return file + place() + ": " + message + "; " + mend;
  }

  private String place() {
    return (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "");
  }
}
