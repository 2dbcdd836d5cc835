package org.postbag.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;

/// The rows of the staff, their tokens, sessions and links.
final class JdbcStaff {
  private static final String MEMBER = "SELECT s.name, s.role, s.created FROM staff s ";

  private final Database database;

  JdbcStaff(Database database) {
    this.database = database;
  }

  boolean isEmpty() {
    return database.sql("SELECT count(*) FROM staff").query(Long.class).single() == 0;
  }

  boolean insert(StaffMember member, String password) {
    return database
            .sql(
                "INSERT INTO staff (name, role, password, created) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (name) DO NOTHING")
            .params(member.name(), member.role().label(), password, member.created().toEpochMilli())
            .update()
        == 1;
  }

  void setPassword(String name, String hash) {
    database.sql("UPDATE staff SET password = ? WHERE name = ?").params(hash, name).update();
  }

  void setRole(String name, Role role) {
    database.sql("UPDATE staff SET role = ? WHERE name = ?").params(role.label(), name).update();
  }

  void delete(String name) {
    database.sql("DELETE FROM staff WHERE name = ?").param(name).update();
  }

  Optional<StaffMember> find(String name) {
    return database
        .sql(MEMBER + "WHERE s.name = ?")
        .param(name)
        .query(JdbcStaff::member)
        .optional();
  }

  Optional<String> password(String name) {
    return database
        .sql("SELECT password FROM staff WHERE name = ?")
        .param(name)
        .query(String.class)
        .optional();
  }

  List<StaffMember> all() {
    return database.sql(MEMBER + "ORDER BY s.name").query(JdbcStaff::member).list();
  }

  void insertToken(String hash, String name, Instant at) {
    database
        .sql("INSERT INTO staff_token (hash, name, created) VALUES (?, ?, ?)")
        .params(hash, name, at.toEpochMilli())
        .update();
  }

  int deleteTokens(String name) {
    return database.sql("DELETE FROM staff_token WHERE name = ?").param(name).update();
  }

  Optional<StaffMember> byToken(String hash) {
    return database
        .sql(MEMBER + "JOIN staff_token t ON t.name = s.name WHERE t.hash = ?")
        .param(hash)
        .query(JdbcStaff::member)
        .optional();
  }

  /// Somebody's session, and when it was last used.
  record Session(StaffMember member, Instant seen) {}

  void insertSession(String hash, String name, Instant at) {
    database
        .sql("INSERT INTO staff_session (hash, name, created, seen) VALUES (?, ?, ?, ?)")
        .params(hash, name, at.toEpochMilli(), at.toEpochMilli())
        .update();
  }

  Optional<Session> session(String hash, Instant createdAfter, Instant seenAfter) {
    return database
        .sql(
            "SELECT s.name, s.role, s.created, e.seen FROM staff s"
                + " JOIN staff_session e ON e.name = s.name"
                + " WHERE e.hash = ? AND e.created > ? AND e.seen > ?")
        .params(hash, createdAfter.toEpochMilli(), seenAfter.toEpochMilli())
        .query((row, number) ->
            new Session(member(row, number), Instant.ofEpochMilli(row.getLong("seen"))))
        .optional();
  }

  void touchSession(String hash, Instant at) {
    database
        .sql("UPDATE staff_session SET seen = ? WHERE hash = ?")
        .params(at.toEpochMilli(), hash)
        .update();
  }

  void deleteSession(String hash) {
    database.sql("DELETE FROM staff_session WHERE hash = ?").param(hash).update();
  }

  void deleteSessionsOf(String name) {
    database.sql("DELETE FROM staff_session WHERE name = ?").param(name).update();
  }

  void deleteOldSessions(Instant createdBefore, Instant seenBefore) {
    database
        .sql("DELETE FROM staff_session WHERE created <= ? OR seen <= ?")
        .params(createdBefore.toEpochMilli(), seenBefore.toEpochMilli())
        .update();
  }

  /// @param name null for the link that makes the first administrator
  void insertLink(String hash, @Nullable String name, Instant expires) {
    database
        .sql("INSERT INTO staff_link (hash, name, expires) VALUES (:hash, :name, :expires)")
        .param("hash", hash)
        .param("name", name)
        .param("expires", expires.toEpochMilli())
        .update();
  }

  boolean hasSetUpLink(String hash, Instant now) {
    return database
            .sql(
                "SELECT count(*) FROM staff_link"
                    + " WHERE hash = ? AND name IS NULL AND expires > ?")
            .params(hash, now.toEpochMilli())
            .query(Long.class)
            .single()
        == 1;
  }

  /// The name for which a sign-in link was made; the link is gone afterwards.
  Optional<String> takeSignInLink(String hash, Instant now) {
    return database
        .sql(
            "DELETE FROM staff_link WHERE hash = ? AND name IS NOT NULL AND expires > ?"
                + " RETURNING name")
        .params(hash, now.toEpochMilli())
        .query(String.class)
        .optional();
  }

  void deleteSetUpLinks() {
    database.sql("DELETE FROM staff_link WHERE name IS NULL").update();
  }

  private static StaffMember member(ResultSet row, int number) throws SQLException {
    String role = row.getString("role");
    return new StaffMember(
        row.getString("name"),
        Role.of(role).orElseThrow(() -> new IllegalStateException("no role is called " + role)),
        Instant.ofEpochMilli(row.getLong("created")));
  }
}
