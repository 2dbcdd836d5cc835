package org.postbag.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.ZoneId;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.email.LetterReader;
import org.postbag.intake.Intake;
import org.postbag.ledger.Ledger;
import org.postbag.matching.CampaignKeeper;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.search.IndexFollower;
import org.postbag.search.LetterIndex;
import org.postbag.search.PastIndex;
import org.postbag.settings.SettingsReader;
import org.postbag.upkeep.UpkeepSettings;
import org.postbag.upkeep.hold.Holds;
import org.postbag.upkeep.person.DerivedData;
import org.postbag.upkeep.person.Erasure;
import org.postbag.upkeep.person.PersonExport;
import org.postbag.upkeep.retention.Retention;

/// The doors of `upkeep` on a data folder on which no daemon runs. The lock of the index tells
/// whether one does.
final class OfflineUpkeep implements AutoCloseable {
  private final Database database;
  private final LetterIndex index;
  private final PastIndex past;
  private final Ledger ledger;
  private final LetterReader reader = new LetterReader();
  private final InstantSource clock = InstantSource.system();
  private final UpkeepSettings settings;

  private OfflineUpkeep(PostbagCommand postbag, DatabaseSettings rows, UpkeepSettings settings) {
    this.database = Database.open(rows);
    this.index = LetterIndex.open(postbag.data().resolve("index"));
    this.past = PastIndex.open(postbag.data().resolve("past-index"), database, clock);
    this.ledger = new Ledger(database, clock);
    this.settings = settings;
  }

  static OfflineUpkeep open(PostbagCommand postbag, PrintWriter err) {
    DatabaseSettings rows = LetterDatabase.settings(postbag, err);
    UpkeepSettings settings =
        SettingsReader.file(postbag.config()).toFile().exists()
            ? SettingsFile.read(postbag, err).upkeep()
            : UpkeepSettings.none(ZoneId.systemDefault());
    return new OfflineUpkeep(postbag, rows, settings);
  }

  Holds holds() {
    return new Holds(database, ledger, clock);
  }

  PersonExport export() {
    return new PersonExport(database, ledger, reader, clock);
  }

  /// What campaigns are known by is read first, so that those that lose a letter keep their
  /// numbers. The model is made again at the next start.
  Erasure erasure() {
    CampaignKeeper campaigns = campaigns();
    campaigns.restore();
    return erasure(campaigns);
  }

  private CampaignKeeper campaigns() {
    return new CampaignKeeper(
        database, new Campaigns(), index, new Intake(database, clock), reader, clock);
  }

  private Erasure erasure(CampaignKeeper campaigns) {
    IndexFollower follower = new IndexFollower(database, index, () -> {}, reader, clock);
    DerivedData derived = new DerivedData(follower, past, campaigns, () -> {});
    return new Erasure(database, ledger, reader, holds(), derived, clock);
  }

  /// @param run false: nothing will be erased, so what campaigns are known by is not needed
  Retention retention(boolean run) {
    return new Retention(
        database, settings.retention(), run ? erasure() : erasure(campaigns()), clock);
  }

  @Override
  public void close() {
    past.close();
    index.close();
    database.close();
  }
}
