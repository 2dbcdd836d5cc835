package org.postbag.web;

import java.time.Instant;
import java.util.List;
import org.postbag.database.Database;

/// The table `saved_view`.
final class JdbcSavedViews {
  private final Database database;

  JdbcSavedViews(Database database) {
    this.database = database;
  }

  List<SavedView> all(String staff, int limit) {
    return database
        .sql(
            "SELECT name, address FROM saved_view WHERE staff = :staff ORDER BY at, name LIMIT :limit")
        .param("staff", staff)
        .param("limit", limit)
        .query((row, _) -> new SavedView(row.getString(1), row.getString(2)))
        .list();
  }

  void put(String staff, SavedView view, Instant at) {
    database.doInTransaction(() ->
        database
            .sql(
                """
                INSERT INTO saved_view (staff, name, address, at)
                VALUES (:staff, :name, :address, :at)
                ON CONFLICT (staff, name) DO UPDATE SET address = excluded.address
                """)
            .param("staff", staff)
            .param("name", view.name())
            .param("address", view.address())
            .param("at", at.toEpochMilli())
            .update());
  }

  void delete(String staff, String name) {
    database.doInTransaction(() ->
        database
            .sql("DELETE FROM saved_view WHERE staff = :staff AND name = :name")
            .param("staff", staff)
            .param("name", name)
            .update());
  }
}
