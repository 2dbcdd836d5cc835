package org.postbag.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;

/// The table `staff_token`.
final class JdbcApiTokens {
  private final Database database;

  JdbcApiTokens(Database database) {
    this.database = database;
  }

  /// A token that is in force, with its member's rights; it may do no more than its own role.
  record Held(StaffMember member, Role role, Instant used) {}

  void insert(String hash, String name, ApiToken token) {
    database
        .sql(
            """
            INSERT INTO staff_token (hash, name, created, expires, role)
            VALUES (:hash, :name, :created, :expires, :role)
            """)
        .param("hash", hash)
        .param("name", name)
        .param("created", token.created().toEpochMilli())
        .param("expires", token.expires().map(Instant::toEpochMilli).orElse(0L))
        .param("role", token.role().label())
        .update();
  }

  Optional<Held> find(String hash, Instant now) {
    return database
        .sql(
            "SELECT "
                + StaffColumns.COLUMNS
                + """
                , t.role AS token_role, t.used
                FROM staff s JOIN staff_token t ON t.name = s.name
                WHERE t.hash = :hash AND (t.expires = 0 OR t.expires > :now)
                """)
        .param("hash", hash)
        .param("now", now.toEpochMilli())
        .query((row, number) ->
            new Held(
                StaffColumns.member(row, number),
                Role.of(row.getString("token_role")).orElse(Role.VIEWER),
                Instant.ofEpochMilli(row.getLong("used"))))
        .optional();
  }

  void touch(String hash, Instant at) {
    database
        .sql("UPDATE staff_token SET used = :at WHERE hash = :hash")
        .param("at", at.toEpochMilli())
        .param("hash", hash)
        .update();
  }

  /// The oldest first.
  List<ApiToken> of(String name) {
    return database
        .sql(
            """
            SELECT created, expires, used, role FROM staff_token
            WHERE name = :name ORDER BY created, hash
            """)
        .param("name", name)
        .query((row, _) ->
            new ApiToken(
                Role.of(row.getString("role")).orElse(Role.VIEWER),
                Instant.ofEpochMilli(row.getLong("created")),
                moment(row.getLong("expires")),
                moment(row.getLong("used"))))
        .list();
  }

  private static Optional<Instant> moment(long millis) {
    return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  int delete(String name) {
    return database.sql("DELETE FROM staff_token WHERE name = :name").param("name", name).update();
  }
}
