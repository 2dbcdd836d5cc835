package org.postbag.review;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.postbag.database.Database;
import org.postbag.matching.Match;
import org.postbag.matching.campaign.Campaign;
import org.postbag.matching.campaign.OwnLine;
import tools.jackson.databind.json.JsonMapper;

/// The table `letter_match`: each letter's match with all its reasons, as JSON in the zlib format
/// (RFC 1950), a quarter of its length. A letter's own page reads it, and the page of a group.
///
/// Rows from before the table was made are plain JSON, which begins with a brace; zlib never does.
final class JdbcMatches {
  private static final int AT_ONCE = 500;
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

  /// What the writers of these letters added to their campaign's text; no entry for those who added
  /// nothing.
  Map<Long, List<OwnLine>> ownLines(List<Long> letters) {
    Map<Long, List<OwnLine>> lines = new HashMap<>();
    for (int from = 0; from < letters.size(); from += AT_ONCE) {
      database
          .sql("SELECT letter_id, match FROM letter_match WHERE letter_id IN (:letters)")
          .param("letters", letters.subList(from, Math.min(from + AT_ONCE, letters.size())))
          .query((row, _) ->
              Map.entry(
                  row.getLong(1), JSON.readValue(plain(row.getBytes(2)), Match.class).campaign()))
          .list()
          .forEach(row ->
              row.getValue()
                  .map(Campaign::ownLines)
                  .filter(own -> !own.isEmpty())
                  .ifPresent(own -> lines.put(row.getKey(), own)));
    }
    return lines;
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
