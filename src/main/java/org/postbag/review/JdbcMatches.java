package org.postbag.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.database.Database;
import org.postbag.matching.Match;
import org.postbag.matching.campaign.Campaign;
import org.postbag.matching.campaign.OwnLine;

/// The table `letter_match`: each letter's match with all its reasons, see [MatchJson]. A letter's
/// own page reads it, and the page of a group.
final class JdbcMatches {
  private static final int AT_ONCE = 500;

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
        .param("match", MatchJson.write(match))
        .update();
  }

  Optional<Match> find(long letter) {
    return database
        .sql("SELECT match FROM letter_match WHERE letter_id = :letter")
        .param("letter", letter)
        .query((row, _) -> MatchJson.read(row.getBytes(1)))
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
          .query((row, _) -> Map.entry(row.getLong(1), MatchJson.read(row.getBytes(2)).campaign()))
          .list()
          .forEach(row ->
              row.getValue()
                  .map(Campaign::ownLines)
                  .filter(own -> !own.isEmpty())
                  .ifPresent(own -> lines.put(row.getKey(), own)));
    }
    return lines;
  }
}
