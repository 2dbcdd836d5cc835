package org.postbag.matching;

import java.util.List;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.matching.campaign.Campaign;

/// A rule beside the model: a letter of a campaign has the topic that staff gave the campaign.
final class CampaignRule {
  private CampaignRule() {}

  static Match match(TopicId topic, Campaign campaign) {
    // Laplace's rule of succession, after as many letters with one outcome.
    double probability = (campaign.letters() + 1.0) / (campaign.letters() + 2.0);
    return new Match(
        Optional.of(topic),
        probability,
        Optional.empty(),
        false,
        List.of(new Match.Candidate(topic, probability)),
        // Not part of a score, so its weight is 0.
        List.of(Evidence.nowhere("the topic of campaign " + campaign.first(), 0)));
  }
}
