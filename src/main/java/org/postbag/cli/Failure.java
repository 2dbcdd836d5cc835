package org.postbag.cli;

/// Ends a verb with one line on standard error.
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean wrongUsage;

  private Failure(String message, boolean wrongUsage) {
    super(message, null, false, true);
    this.wrongUsage = wrongUsage;
  }

  /// The work failed: exit status 1.
  ///
  /// @param message what, where, and what to do about it
  public static Failure work(String message) {
    return new Failure(message, false);
  }

  /// Wrong usage or configuration: exit status 2.
  public static Failure usage(String message) {
    return new Failure(message, true);
  }

  public boolean wrongUsage() {
    return wrongUsage;
  }
}
