package org.postbag.web;

import java.time.Instant;
import java.util.Optional;
import org.postbag.database.Database;

/// The table `staff_session`.
final class JdbcSessions {
  private final Database database;

  JdbcSessions(Database database) {
    this.database = database;
  }

  /// A member's session, and when it was last used.
  record Session(StaffMember member, Instant seen) {}

  void insert(String hash, String name, Instant at) {
    database
        .sql(
            """
            INSERT INTO staff_session (hash, name, created, seen)
            VALUES (:hash, :name, :at, :at)
            """)
        .param("hash", hash)
        .param("name", name)
        .param("at", at.toEpochMilli())
        .update();
  }

  Optional<Session> find(String hash, Instant createdAfter, Instant seenAfter) {
    return database
        .sql(
            "SELECT "
                + StaffColumns.COLUMNS
                + """
                , e.seen
                FROM staff s JOIN staff_session e ON e.name = s.name
                WHERE e.hash = :hash AND e.created > :createdAfter AND e.seen > :seenAfter
                """)
        .param("hash", hash)
        .param("createdAfter", createdAfter.toEpochMilli())
        .param("seenAfter", seenAfter.toEpochMilli())
        .query((row, number) ->
            new Session(
                StaffColumns.member(row, number), Instant.ofEpochMilli(row.getLong("seen"))))
        .optional();
  }

  void touch(String hash, Instant at) {
    database
        .sql("UPDATE staff_session SET seen = :at WHERE hash = :hash")
        .param("at", at.toEpochMilli())
        .param("hash", hash)
        .update();
  }

  void delete(String hash) {
    database.sql("DELETE FROM staff_session WHERE hash = :hash").param("hash", hash).update();
  }

  void deleteOf(String name) {
    database.sql("DELETE FROM staff_session WHERE name = :name").param("name", name).update();
  }

  void deleteOld(Instant createdBefore, Instant seenBefore) {
    database
        .sql("DELETE FROM staff_session WHERE created <= :createdBefore OR seen <= :seenBefore")
        .param("createdBefore", createdBefore.toEpochMilli())
        .param("seenBefore", seenBefore.toEpochMilli())
        .update();
  }
}
