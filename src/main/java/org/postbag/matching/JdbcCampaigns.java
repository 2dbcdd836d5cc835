package org.postbag.matching;

import java.util.List;
import org.postbag.database.Database;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.matching.index.LetterIndex;

/// The campaigns of late, as the drafts' rows remember them.
public final class JdbcCampaigns {
  private static final int MOST = 10_000;

  private final Database database;
  private final LetterIndex index;

  public JdbcCampaigns(Database database, LetterIndex index) {
    this.database = database;
    this.index = index;
  }

  private record First(long letter, boolean campaign) {}

  /// Makes known, the newest first, the letters that later ones may be like.
  public void restore(Campaigns campaigns) {
    for (First first : firsts()) {
      index
          .find(first.letter)
          .ifPresent(found -> campaigns.restore(first.letter, found.passage(), first.campaign));
    }
  }

  private List<First> firsts() {
    return database
        .sql(
            "SELECT d.letter_id, d.campaign FROM draft d"
                + " JOIN letter_state s ON s.letter_id = d.letter_id"
                + " WHERE (d.campaign IS NULL OR d.campaign = d.letter_id)"
                + " AND s.state <> 'setAside' ORDER BY d.letter_id DESC LIMIT ?")
        .param(MOST)
        .query((row, _) -> new First(row.getLong(1), row.getObject(2) != null))
        .list();
  }
}
