package org.postbag.review;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.postbag.database.Database;
import org.postbag.matching.Match;
import tools.jackson.databind.json.JsonMapper;

/// The table `letter_match`: each letter's match with all its reasons, as JSON in the zlib format
/// (RFC 1950), a quarter of its length. Only a letter's own page reads it.
///
/// Rows from before the table was made are plain JSON, which begins with a brace; zlib never does.
final class JdbcMatches {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Database database;

  JdbcMatches(Database database) {
    this.database = database;
  }

  void write(long letter, Match match) {
    database
        .sql(
            """
            INSERT INTO letter_match (letter_id, match) VALUES (:letter, :match)
            ON CONFLICT (letter_id) DO UPDATE SET match = excluded.match
            """)
        .param("letter", letter)
        .param("match", compressed(JSON.writeValueAsBytes(match)))
        .update();
  }

  Optional<Match> find(long letter) {
    return database
        .sql("SELECT match FROM letter_match WHERE letter_id = :letter")
        .param("letter", letter)
        .query((row, _) -> JSON.readValue(plain(row.getBytes(1)), Match.class))
        .optional();
  }

  private static byte[] compressed(byte[] json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
      deflater.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
    return bytes.toByteArray();
  }

  private static String plain(byte[] stored) {
    if (stored.length > 0 && stored[0] == '{') {
      return new String(stored, StandardCharsets.UTF_8);
    }
    try (InflaterInputStream inflater = new InflaterInputStream(new ByteArrayInputStream(stored))) {
      return new String(inflater.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("a match that cannot be read", e);
    }
  }
}
