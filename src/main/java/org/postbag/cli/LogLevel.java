package org.postbag.cli;

/// The level at which `logback.xml` logs. Set before the first logger is made: verbs are silent
/// unless something is wrong, the daemon tells what it does.
public final class LogLevel {
  private static final String PROPERTY = "postbag.log.level";

  private LogLevel() {}

  static void set(String level) {
    System.setProperty(PROPERTY, level);
  }

  /// For the daemon: INFO, unless `--debug` asked for more.
  public static void raiseToInfo() {
    if (!"DEBUG".equals(System.getProperty(PROPERTY))) {
      set("INFO");
    }
  }
}
