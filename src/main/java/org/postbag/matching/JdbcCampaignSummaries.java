package org.postbag.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.database.MailboxScope;

/// Campaigns for people, read from the tables `campaign`, `draft` and `letter_state`.
final class JdbcCampaignSummaries {
  private final Database database;

  JdbcCampaignSummaries(Database database) {
    this.database = database;
  }

  /// What a mailbox that may not be seen holds is neither counted nor shown.
  private static String summary(String condition) {
    MailboxScope scope = MailboxScope.current();
    return """
    SELECT d.campaign, c.name, c.topic, c.closed, count(*),
      sum(CASE WHEN s.state IN ('waiting', 'needsPerson') THEN 1 ELSE 0 END),
      min(d.received), max(d.received), max(f.subject)
    FROM draft d
      JOIN letter_state s ON s.letter_id = d.letter_id
      LEFT JOIN campaign c ON c.number = d.campaign
      LEFT JOIN draft f ON f.letter_id = d.campaign%2$s
    WHERE d.campaign IS NOT NULL%1$s
    GROUP BY d.campaign, c.name, c.topic, c.closed
    HAVING count(*) > 1
    ORDER BY count(*) DESC, d.campaign LIMIT :limit
    """
        .formatted(condition + scope.and("d.mailbox"), scope.and("f.mailbox"));
  }

  /// The largest campaigns.
  List<CampaignSummary> largest(int limit) {
    return database
        .sql(summary(""))
        .param("scope", MailboxScope.current().parameter())
        .param("limit", limit)
        .query((row, _) -> summary(row))
        .list();
  }

  Optional<CampaignSummary> of(long campaign) {
    return database
        .sql(summary(" AND d.campaign = :campaign"))
        .param("scope", MailboxScope.current().parameter())
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
                SELECT received / 86400000 FROM draft
                WHERE campaign = :campaign%s ORDER BY received
                """
                    .formatted(MailboxScope.current().and("mailbox")))
            .param("scope", MailboxScope.current().parameter())
            .param("campaign", campaign)
            .query((row, _) -> row.getLong(1))
            .list();
    int[] counts = new int[(int) (days.getLast() - days.getFirst()) + 1];
    days.forEach(day -> counts[(int) (day - days.getFirst())]++);
    return Arrays.stream(counts).boxed().toList();
  }
}
