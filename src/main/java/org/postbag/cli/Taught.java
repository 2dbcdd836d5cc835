package org.postbag.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import org.postbag.catalog.Catalog;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.intake.Intake;
import org.postbag.matching.JdbcCampaigns;
import org.postbag.matching.Learning;
import org.postbag.matching.Matching;
import org.postbag.matching.Neighbours;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.matching.index.LetterIndex;
import org.postbag.matching.meaning.Meaning;

/// Matching as the daemon does it on the same data, with what was learned there from people's
/// decisions. The index is left as it is. The database of an earlier version is brought up to date,
/// as by every verb, and what decided letters mean is kept there when it had to be read.
final class Taught implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();

  private final LetterIndex index;
  private final Campaigns campaigns = new Campaigns();
  private final Matching matching;

  private Taught(LetterIndex index, Catalog catalog, Meaning meaning) {
    this.index = index;
    this.matching = new Matching(catalog, Neighbours.in(index), campaigns, meaning);
  }

  /// @param data the data folder; there need not be one
  /// @param rows where the database is
  /// @param err is told why what was learned cannot be used
  static Taught in(
      Path data, DatabaseSettings rows, Catalog catalog, Meaning meaning, PrintWriter err) {
    Taught taught = new Taught(LetterIndex.look(data.resolve("index")), catalog, meaning);
    if (rows.exists()) {
      taught.learn(rows, err);
    }
    return taught;
  }

  Matching matching() {
    return matching;
  }

  private void learn(DatabaseSettings rows, PrintWriter err) {
    try (Database database = Database.open(rows);
        Telling _ = new Telling(() -> "learning from what people decided", err)) {
      Intake letters = new Intake(database, CLOCK);
      new Learning(database, letters, matching, CLOCK).resume();
      // What stands in many letters makes no two of them the same.
      new JdbcCampaigns(database, index, letters).restore(campaigns);
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
