package org.postbag.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;

/// Campaigns for people, read from the tables `campaign`, `draft` and `letter_state`.
final class JdbcCampaignSummaries {
  private static final String SUMMARY =
      """
      SELECT d.campaign, c.name, c.topic, c.closed, count(*),
        sum(CASE WHEN s.state IN ('waiting', 'needsPerson') THEN 1 ELSE 0 END),
        min(d.received), max(d.received), max(f.subject)
      FROM draft d
        JOIN letter_state s ON s.letter_id = d.letter_id
        LEFT JOIN campaign c ON c.number = d.campaign
        LEFT JOIN draft f ON f.letter_id = d.campaign
      WHERE d.campaign IS NOT NULL%s
      GROUP BY d.campaign, c.name, c.topic, c.closed
      HAVING count(*) > 1
      ORDER BY count(*) DESC, d.campaign LIMIT :limit
      """;

  private final Database database;

  JdbcCampaignSummaries(Database database) {
    this.database = database;
  }

  /// The largest campaigns.
  List<CampaignSummary> largest(int limit) {
    return database
        .sql(SUMMARY.formatted(""))
        .param("limit", limit)
        .query((row, _) -> summary(row))
        .list();
  }

  Optional<CampaignSummary> of(long campaign) {
    return database
        .sql(SUMMARY.formatted(" AND d.campaign = :campaign"))
        .param("campaign", campaign)
        .param("limit", 1)
        .query((row, _) -> summary(row))
        .optional()
        .map(found -> found.with(perDay(campaign)));
  }

  private static CampaignSummary summary(ResultSet row) throws SQLException {
    return new CampaignSummary(
        row.getLong(1),
        Optional.ofNullable(row.getString(2)),
        Optional.ofNullable(row.getString(3)).map(TopicId::new),
        row.getInt(4) == 1,
        row.getLong(5),
        row.getLong(6),
        Instant.ofEpochMilli(row.getLong(7)),
        Instant.ofEpochMilli(row.getLong(8)),
        Optional.ofNullable(row.getString(9)).orElse(""),
        List.of());
  }

  private List<Integer> perDay(long campaign) {
    List<Long> days =
        database
            .sql(
                """
                SELECT received / 86400000 FROM draft WHERE campaign = :campaign ORDER BY received
                """)
            .param("campaign", campaign)
            .query((row, _) -> row.getLong(1))
            .list();
    int[] counts = new int[(int) (days.getLast() - days.getFirst()) + 1];
    days.forEach(day -> counts[(int) (day - days.getFirst())]++);
    return Arrays.stream(counts).boxed().toList();
  }
}
