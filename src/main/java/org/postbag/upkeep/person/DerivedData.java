package org.postbag.upkeep.person;

import java.io.IOException;
import java.util.List;
import org.postbag.matching.CampaignKeeper;
import org.postbag.search.IndexFollower;

/// What was made from letters and is kept beside their rows: the index, what campaigns are known
/// by, and the model.
public final class DerivedData {
  private final IndexFollower index;
  private final CampaignKeeper campaigns;
  private final Runnable learnAgain;

  /// @param learnAgain makes the model again, from the letters that are left
  public DerivedData(IndexFollower index, CampaignKeeper campaigns, Runnable learnAgain) {
    this.index = index;
    this.campaigns = campaigns;
    this.learnAgain = learnAgain;
  }

  /// Removes letters whose rows are still there.
  void forget(List<Long> letters) throws IOException {
    campaigns.forget(letters);
    index.erase(letters);
  }

  /// Makes the model again, from the letters that are left.
  void learnAgain() {
    learnAgain.run();
  }
}
