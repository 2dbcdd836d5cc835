package org.postbag.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import org.postbag.catalog.Catalog;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.email.LetterReader;
import org.postbag.intake.Intake;
import org.postbag.matching.CampaignKeeper;
import org.postbag.matching.Matching;
import org.postbag.matching.SimilarLetters;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.matching.training.TrainingService;
import org.postbag.past.proposal.PastDecisions;
import org.postbag.reply.OwnReplies;
import org.postbag.review.JdbcSentReplies;
import org.postbag.search.LetterIndex;

/// Matching as the daemon does it on the same data, with what was learned there from people's
/// decisions. The index is left as it is. The database of an earlier version is brought up to date,
/// as by every verb, and what decided letters mean is kept there when it had to be read.
final class OfflineMatching implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();

  private final LetterIndex index;
  private final Campaigns campaigns = new Campaigns();
  private final Matching matching;

  private OfflineMatching(LetterIndex index, Catalog catalog, Embedder meaning) {
    this.index = index;
    this.matching = new Matching(catalog, SimilarLetters.in(index), campaigns, meaning);
  }

  /// @param data the data folder; there need not be one
  /// @param rows where the database is
  /// @param err is told why what was learned cannot be used
  static OfflineMatching in(
      Path data, DatabaseSettings rows, Catalog catalog, Embedder meaning, PrintWriter err) {
    OfflineMatching taught =
        new OfflineMatching(LetterIndex.openReadOnly(data.resolve("index")), catalog, meaning);
    if (rows.exists()) {
      taught.learn(rows, catalog, err);
    }
    return taught;
  }

  Matching matching() {
    return matching;
  }

  private void learn(DatabaseSettings rows, Catalog catalog, PrintWriter err) {
    try (Database database = Database.open(rows);
        ProgressReporter _ = new ProgressReporter(() -> "learning from what people decided", err)) {
      Intake letters = new Intake(database, CLOCK);
      LetterReader reader =
          new LetterReader(new OwnReplies(() -> catalog, new JdbcSentReplies(database)::texts));
      new TrainingService(database, letters, matching, reader, new PastDecisions(database), CLOCK)
          .resume();
      // What stands in many letters makes no two of them the same.
      new CampaignKeeper(database, campaigns, index, letters, reader, CLOCK).restore();
    } catch (RuntimeException | OutOfMemoryError e) {
      err.println(
          "topics are told by their own words, without what was learned: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    index.close();
  }
}
