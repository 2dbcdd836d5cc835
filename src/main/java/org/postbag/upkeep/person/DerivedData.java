package org.postbag.upkeep.person;

import java.io.IOException;
import java.util.List;
import org.postbag.matching.CampaignKeeper;
import org.postbag.search.IndexFollower;
import org.postbag.search.PastIndex;

/// What was made from letters and is kept beside their rows: the index, what campaigns are known
/// by, and the model.
public final class DerivedData {
  private final IndexFollower index;
  private final PastIndex past;
  private final CampaignKeeper campaigns;
  private final Runnable learnAgain;

  /// @param learnAgain makes the model again, from the letters that are left
  public DerivedData(
      IndexFollower index, PastIndex past, CampaignKeeper campaigns, Runnable learnAgain) {
    this.index = index;
    this.past = past;
    this.campaigns = campaigns;
    this.learnAgain = learnAgain;
  }

  /// Removes letters whose rows are still there.
  void forget(List<Long> letters) throws IOException {
    campaigns.forget(letters);
    index.erase(letters);
  }

  /// Removes past letters whose rows are still there.
  void forgetPast(List<Long> letters) throws IOException {
    past.erase(letters);
  }

  /// Makes the model again, from the letters that are left.
  void learnAgain() {
    learnAgain.run();
  }
}
