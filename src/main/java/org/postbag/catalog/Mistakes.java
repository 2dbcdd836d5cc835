package org.postbag.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong in one file, so that all of it is named at once.
public final class Mistakes {
  private final String file;
  private final List<Problem> found = new ArrayList<>();

  /// @param file the path as the user would type it
  public Mistakes(String file) {
    this.file = file;
  }

  /// A mistake that keeps the file from being used.
  ///
  /// @param line from 1; 0 when the file as a whole is meant
  public void error(int line, String message, String mend) {
    found.add(Problem.error(file, line, message, mend));
  }

  /// A mistake at that place in its line, from 1.
  void error(int line, int column, String message, String mend) {
    found.add(Problem.error(file, line, message, mend).at(column));
  }

  /// A remark that does not keep the file from being used.
  public void warning(int line, String message, String mend) {
    found.add(Problem.warning(file, line, message, mend));
  }

  /// Whether the file cannot be used.
  public boolean hasErrors() {
    return found.stream().anyMatch(Problem::isError);
  }

  /// Everything found, in the order of the lines.
  public List<Problem> all() {
    return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
  }
}
