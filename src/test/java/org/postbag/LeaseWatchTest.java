package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.postbag.database.DatabaseSettings;
import org.postbag.database.NodeLease;
import org.postbag.database.TestDatabases;

/// A daemon whose name on the database another one has taken learns of it.
class LeaseWatchTest {
  private static final Duration OFTEN = Duration.ofMillis(20);

  private final DatabaseSettings settings = TestDatabases.postgresqlSettings();

  @Test
  void theSecondOfANameIsRefused() {
    try (LeaseWatch first = LeaseWatch.take(settings, "north", OFTEN)) {
      assertThat(first.lost()).isNotDone();
      assertThatThrownBy(() -> LeaseWatch.take(settings, "north", OFTEN))
          .isInstanceOfSatisfying(CannotStart.class, e -> assertThat(e.isInUse()).isTrue());
    }
  }

  @Test
  void aLeaseThatTheServerForgotAndAnotherNodeTookIsLost() throws SQLException {
    try (LeaseWatch watch = LeaseWatch.take(settings, "north", OFTEN);
        NodeLease other = new NodeLease(settings, "north")) {
      await()
          .until(() -> {
            if (!watch.lost().isDone()) {
              endSessions();
              assertThat(other.acquire()).isNotNull();
            }
            return watch.lost().isDone();
          });
      assertThat(watch.lost().join()).contains("postbag north");
    }
  }

  private void endSessions() throws SQLException {
    try (Connection connection = DriverManager.getConnection(settings.url().orElseThrow());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE application_name LIKE 'postbag north%' AND datname = current_database()");
    }
  }
}
