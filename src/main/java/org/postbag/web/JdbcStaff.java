package org.postbag.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;

/// The tables `staff`, `staff_mailbox` and `staff_link`.
final class JdbcStaff {
  private static final String MEMBER = "SELECT " + StaffColumns.COLUMNS + " FROM staff s ";

  private final Database database;

  JdbcStaff(Database database) {
    this.database = database;
  }

  boolean isEmpty() {
    return database.sql("SELECT count(*) FROM staff").query(Long.class).single() == 0;
  }

  boolean insert(StaffMember member, String password) {
    boolean fresh =
        database
                .sql(
                    """
                    INSERT INTO staff (name, role, password, created)
                    VALUES (:name, :role, :password, :created)
                    ON CONFLICT (name) DO NOTHING
                    """)
                .param("name", member.name())
                .param("role", everywhere(member.rights()))
                .param("password", password)
                .param("created", member.created().toEpochMilli())
                .update()
            == 1;
    if (fresh) {
      insertMailboxes(member.name(), member.rights());
    }
    return fresh;
  }

  private static String everywhere(Rights rights) {
    return rights.everywhere().map(Role::label).orElse("");
  }

  private void insertMailboxes(String name, Rights rights) {
    rights
        .mailboxes()
        .forEach((mailbox, role) ->
            database
                .sql("INSERT INTO staff_mailbox (name, mailbox, role) VALUES (?, ?, ?)")
                .params(name, mailbox, role.label())
                .update());
  }

  void setPassword(String name, String hash) {
    database
        .sql("UPDATE staff SET password = :hash WHERE name = :name")
        .param("hash", hash)
        .param("name", name)
        .update();
  }

  void setRights(String name, Rights rights) {
    database
        .sql("UPDATE staff SET role = :role WHERE name = :name")
        .param("role", everywhere(rights))
        .param("name", name)
        .update();
    database.sql("DELETE FROM staff_mailbox WHERE name = :name").param("name", name).update();
    insertMailboxes(name, rights);
  }

  void delete(String name) {
    database.sql("DELETE FROM staff WHERE name = :name").param("name", name).update();
  }

  Optional<StaffMember> find(String name) {
    return database
        .sql(MEMBER + "WHERE s.name = :name")
        .param("name", name)
        .query(StaffColumns::member)
        .optional();
  }

  Optional<String> password(String name) {
    return database
        .sql("SELECT password FROM staff WHERE name = :name")
        .param("name", name)
        .query(String.class)
        .optional();
  }

  List<StaffMember> all() {
    return database.sql(MEMBER + "ORDER BY s.name").query(StaffColumns::member).list();
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
                """
                SELECT count(*) FROM staff_link
                WHERE hash = :hash AND name IS NULL AND expires > :now
                """)
            .param("hash", hash)
            .param("now", now.toEpochMilli())
            .query(Long.class)
            .single()
        == 1;
  }

  /// The name for which a sign-in link was made; the link is gone afterwards.
  Optional<String> takeSignInLink(String hash, Instant now) {
    return database
        .sql(
            """
            DELETE FROM staff_link
            WHERE hash = :hash AND name IS NOT NULL AND expires > :now
            RETURNING name
            """)
        .param("hash", hash)
        .param("now", now.toEpochMilli())
        .query(String.class)
        .optional();
  }

  void deleteSetUpLinks() {
    database.sql("DELETE FROM staff_link WHERE name IS NULL").update();
  }
}
