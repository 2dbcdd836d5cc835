package org.postbag.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/// The text of each statement that this JVM runs through Spring's JdbcTemplate, which is all of
/// them, until it is closed.
public final class ExecutedStatements implements AutoCloseable {
  private static final Pattern STATEMENT = Pattern.compile("Executing .*?\\[(.*)]", Pattern.DOTALL);
  private static final Pattern LIST = Pattern.compile("IN \\(\\?(, \\?)+\\)");

  private final Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
  private final Set<String> texts = new ConcurrentSkipListSet<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          Matcher statement = STATEMENT.matcher(event.getFormattedMessage());
          if (statement.matches()) {
            texts.add(LIST.matcher(statement.group(1)).replaceAll("IN (?, ?)"));
          }
        }
      };

  private ExecutedStatements() {}

  public static ExecutedStatements record() {
    ExecutedStatements recorded = new ExecutedStatements();
    recorded.appender.start();
    recorded.logger.setLevel(Level.DEBUG);
    recorded.logger.setAdditive(false);
    recorded.logger.addAppender(recorded.appender);
    return recorded;
  }

  /// Each text once; lists of parameters of any length are one text.
  public List<String> distinct() {
    return List.copyOf(texts);
  }

  @Override
  public void close() {
    logger.detachAppender(appender);
    logger.setAdditive(true);
    logger.setLevel(null);
  }
}
