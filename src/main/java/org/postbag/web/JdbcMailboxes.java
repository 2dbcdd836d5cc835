package org.postbag.web;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;

/// The tables `letter` and `draft`: in which mailboxes letters are, whoever asks.
final class JdbcMailboxes {
  private final Database database;

  JdbcMailboxes(Database database) {
    this.database = database;
  }

  Optional<String> of(long letter) {
    return database
        .sql("SELECT mailbox FROM letter WHERE id = :id")
        .param("id", letter)
        .query(String.class)
        .optional();
  }

  /// Each once; letters that do not exist are left out.
  List<String> of(Collection<Long> letters) {
    return letters.isEmpty()
        ? List.of()
        : database
            .sql("SELECT DISTINCT mailbox FROM letter WHERE id IN (:ids)")
            .param("ids", letters)
            .query((row, _) -> row.getString(1))
            .list();
  }

  /// Those in which a campaign has letters.
  List<String> ofCampaign(long campaign) {
    return database
        .sql("SELECT DISTINCT mailbox FROM draft WHERE campaign = :campaign")
        .param("campaign", campaign)
        .query((row, _) -> row.getString(1))
        .list();
  }

  /// Those of the letters that one decision on a group approved.
  List<String> ofDecision(long decision) {
    return database
        .sql(
            """
            SELECT DISTINCT l.mailbox FROM group_decision_member m
            JOIN letter l ON l.id = m.letter_id WHERE m.decision_id = :decision
            """)
        .param("decision", decision)
        .query((row, _) -> row.getString(1))
        .list();
  }
}
