package org.postbag.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The right of one daemon to be the node of its name on a PostgreSQL database.
///
/// Replies are claimed under the node's name, and a start settles what its name has left behind; a
/// second node of the same name would settle what the first is sending. The lease is an advisory
/// lock of a session (PostgreSQL 13.3.5) on a connection of its own: the server ends it with the
/// connection, so a crash leaves no lease behind and no clock is compared.
///
/// SQLite needs none: one data folder has one daemon.
public final class NodeLease implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeLease.class);

  /// The first of the lock's two keys: the letters "Post". The second is the hash of the name.
  private static final int POSTBAG = 0x506F7374;

  private static final int ANSWER_WITHIN_SECONDS = 5;

  private static final String TAKE = "SELECT pg_try_advisory_lock(?, hashtext(?))";
  private static final String HOLDER =
      """
      SELECT a.application_name, a.client_addr, a.backend_start
      FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND l.classid = ?::bigint::oid AND l.objid = (hashtext(?)::bigint & 4294967295)::oid
      """;

  private final DatabaseSettings settings;
  private final String node;
  private @Nullable Connection held;

  /// @param node the name, unique among the daemons on this database
  public NodeLease(DatabaseSettings settings, String node) {
    this.settings = settings;
    this.node = node;
  }

  /// Takes the lease, or makes sure that it is still held: a server that was restarted has
  /// forgotten it.
  ///
  /// @return who holds it instead, in words; empty when it is ours
  /// @throws CannotOpen when the server does not answer
  public synchronized Optional<String> acquire() {
    if (settings.isSqlite()) {
      return Optional.empty();
    }
    try {
      return stands() ? Optional.empty() : take();
    } catch (SQLException e) {
      close();
      throw CannotOpen.server(settings, e);
    }
  }

  private boolean stands() throws SQLException {
    return held != null && held.isValid(ANSWER_WITHIN_SECONDS);
  }

  @SuppressWarnings("ReferenceEquality") // whether this very connection became the held one
  private Optional<String> take() throws SQLException {
    close();
    Connection connection = connect();
    try {
      if (isTaken(connection)) {
        held = connection;
        return Optional.empty();
      }
      return Optional.of(holder(connection));
    } finally {
      if (held != connection) {
        connection.close();
      }
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    settings.username().ifPresent(name -> properties.setProperty("user", name));
    settings.password().ifPresent(word -> properties.setProperty("password", word));
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty(
        "ApplicationName", "postbag %s, process %d".formatted(node, ProcessHandle.current().pid()));
    return DriverManager.getConnection(settings.url().orElseThrow(), properties);
  }

  private boolean isTaken(Connection connection) throws SQLException {
    try (PreparedStatement statement = prepare(connection, TAKE);
        ResultSet row = statement.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  private String holder(Connection connection) throws SQLException {
    try (PreparedStatement statement = prepare(connection, HOLDER);
        ResultSet row = statement.executeQuery()) {
      return row.next()
          ? "%s on %s since %s".formatted(row.getString(1), row.getString(2), row.getString(3))
          : "another process";
    }
  }

  private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setInt(1, POSTBAG);
    statement.setString(2, node);
    return statement;
  }

  /// Gives the lease back.
  @Override
  public synchronized void close() {
    try (Connection _ = held) {
      held = null;
    } catch (SQLException e) {
      // The server ends the lease with the connection.
      LOG.debug("the connection of the lease", e);
    }
  }
}
