package org.postbag.matching;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.postbag.classifier.text.Passage;
import org.postbag.database.Database;
import org.postbag.email.LetterReader;
import org.postbag.intake.LetterStore;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.search.IndexedLetter;
import org.postbag.search.LetterIndex;
import org.postbag.search.LetterPassage;

/// The recent campaigns, restored from the table `draft`.
public final class JdbcCampaigns {
  private static final int LIMIT = 10_000;

  private final Database database;
  private final LetterIndex index;
  private final LetterStore letters;
  private final LetterReader reader;

  /// @param letters read where the index has no entry, while it is being rebuilt
  public JdbcCampaigns(
      Database database, LetterIndex index, LetterStore letters, LetterReader reader) {
    this.reader = reader;
    this.database = database;
    this.index = index;
    this.letters = letters;
  }

  private record First(long letter, boolean campaign) {}

  /// Adds the first letters of recent campaigns and letters that may start one, newest first.
  public void restore(Campaigns campaigns) {
    for (First first : firsts()) {
      passage(first.letter)
          .ifPresent(text -> campaigns.restore(first.letter, text, first.campaign));
    }
  }

  private Optional<Passage> passage(long letter) {
    return indexed(letter)
        .map(IndexedLetter::passage)
        .or(() -> letters.find(letter).map(kept -> LetterPassage.of(reader.read(kept.rfc822()))));
  }

  private Optional<IndexedLetter> indexed(long letter) {
    try {
      return index.find(letter);
    } catch (UncheckedIOException damaged) {
      return Optional.empty();
    }
  }

  private List<First> firsts() {
    return database
        .sql(
            """
            SELECT d.letter_id, d.campaign
            FROM draft d JOIN letter_state s ON s.letter_id = d.letter_id
            WHERE (d.campaign IS NULL OR d.campaign = d.letter_id) AND s.state <> 'setAside'
            ORDER BY d.letter_id DESC LIMIT :limit
            """)
        .param("limit", LIMIT)
        .query((row, _) -> new First(row.getLong(1), row.getObject(2) != null))
        .list();
  }
}
