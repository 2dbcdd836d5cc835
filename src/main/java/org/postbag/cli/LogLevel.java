package org.postbag.cli;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The level at which `logback.xml` logs. Set before the first logger is made: verbs are silent
/// unless something is wrong, the daemon tells what it does.
public final class LogLevel {
  private static final String PROPERTY = "postbag.log.level";

  /// Recommends an incubating module that this program does not need, before any other logging is
  /// set up. Held here, because java.util.logging forgets what nobody holds.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene.internal.vectorization");

  private LogLevel() {}

  static void set(String level) {
    LUCENE.setLevel(Level.SEVERE);
    System.setProperty(PROPERTY, level);
  }

  /// As text, or as JSON by the Elastic Common Schema, which log collectors understand.
  ///
  /// @param environment its `POSTBAG_LOG` is read: `text` or `ecs`
  static void format(Map<String, String> environment) {
    switch (environment.getOrDefault("POSTBAG_LOG", "text")) {
      case "text" -> {}
      case "ecs" -> System.setProperty("logging.config", "classpath:logback-ecs.xml");
      case String other ->
          throw Failure.usage("POSTBAG_LOG is `" + other + "`; it can be text or ecs");
    }
  }

  /// For the daemon: INFO, unless `--debug` asked for more.
  public static void raiseToInfo() {
    if (!"DEBUG".equals(System.getProperty(PROPERTY))) {
      set("INFO");
    }
  }
}
