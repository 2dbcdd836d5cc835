package org.postbag.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/// One daemon a name on one PostgreSQL database.
class NodeLeaseTest {
  private final DatabaseSettings settings = TestDatabases.postgresqlSettings();

  @Test
  @SuppressWarnings("try") // closed early, which is what is tested
  void aSecondNodeOfTheNameIsRefusedAndToldWhoHoldsIt() {
    try (NodeLease first = new NodeLease(settings, "north");
        NodeLease second = new NodeLease(settings, "north")) {
      assertThat(first.acquire()).isEmpty();
      assertThat(second.acquire())
          .hasValueSatisfying(holder ->
              assertThat(holder)
                  .contains("postbag north, process " + ProcessHandle.current().pid())
                  .contains("127.0.0.1"));

      first.close();
      assertThat(second.acquire()).isEmpty();
    }
  }

  @Test
  void nodesOfOtherNamesAndOnOtherDatabasesRunBesideEachOther() {
    try (NodeLease north = new NodeLease(settings, "north");
        NodeLease south = new NodeLease(settings, "south");
        NodeLease elsewhere = new NodeLease(TestDatabases.postgresqlSettings(), "north")) {
      assertThat(north.acquire()).isEmpty();
      assertThat(south.acquire()).isEmpty();
      assertThat(elsewhere.acquire()).isEmpty();
    }
  }

  @Test
  void aLeaseThatTheServerHasForgottenIsTakenAgainOrFoundTaken() throws SQLException {
    try (NodeLease first = new NodeLease(settings, "north");
        NodeLease second = new NodeLease(settings, "north")) {
      first.acquire();
      endSessionsOf("north");
      await().untilAsserted(() -> assertThat(first.acquire()).isEmpty());
      assertThat(second.acquire()).isPresent();

      endSessionsOf("north");
      await().untilAsserted(() -> assertThat(second.acquire()).isEmpty());
      assertThat(first.acquire()).isPresent();
    }
  }

  private void endSessionsOf(String node) throws SQLException {
    try (Connection connection = DriverManager.getConnection(settings.url().orElseThrow());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE application_name LIKE 'postbag "
              + node
              + "%' AND datname = current_database()");
    }
  }

  @Test
  void sqliteNeedsNoLease() {
    DatabaseSettings sqlite = TestDatabases.sqliteSettings();
    try (NodeLease first = new NodeLease(sqlite, "north");
        NodeLease second = new NodeLease(sqlite, "north")) {
      assertThat(first.acquire()).isEmpty();
      assertThat(second.acquire()).isEmpty();
    }
  }
}
