package org.postbag.matching.tuning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.CatalogFile;
import org.postbag.database.Database;

/// The table `catalog_version`.
final class JdbcFileVersions {
  private final Database database;

  JdbcFileVersions(Database database) {
    this.database = database;
  }

  void insert(CatalogFile file, Optional<String> text, String hash, String actor, Instant at) {
    database
        .sql(
            """
            INSERT INTO catalog_version (kind, name, content, hash, actor, at)
            VALUES (:kind, :name, :content, :hash, :actor, :at)
            """)
        .param("kind", file.kind().name())
        .param("name", file.name())
        .param("content", text.orElse(null))
        .param("hash", hash)
        .param("actor", actor)
        .param("at", at.toEpochMilli())
        .update();
  }

  /// The newest first.
  List<FileVersion> of(CatalogFile file, int limit) {
    return database
        .sql(
            """
            SELECT * FROM catalog_version WHERE kind = :kind AND name = :name
            ORDER BY id DESC LIMIT :limit
            """)
        .param("kind", file.kind().name())
        .param("name", file.name())
        .param("limit", limit)
        .query(JdbcFileVersions::version)
        .list();
  }

  Optional<FileVersion> find(long id) {
    return database
        .sql("SELECT * FROM catalog_version WHERE id = :id")
        .param("id", id)
        .query(JdbcFileVersions::version)
        .optional();
  }

  private static FileVersion version(ResultSet row, int number) throws SQLException {
    return new FileVersion(
        row.getLong("id"),
        new CatalogFile(CatalogFile.Kind.valueOf(row.getString("kind")), row.getString("name")),
        Optional.ofNullable(row.getString("content")),
        row.getString("hash"),
        row.getString("actor"),
        Instant.ofEpochMilli(row.getLong("at")));
  }
}
