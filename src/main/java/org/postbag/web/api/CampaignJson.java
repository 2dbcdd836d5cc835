package org.postbag.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.postbag.matching.CampaignSummary;

/// A campaign as the API shows it.
///
/// @param perDay letters on each day from the first to the last, UTC; empty in a list
/// @param sentences what its letters have in common; empty in a list
record CampaignJson(
    long id,
    @Nullable String name,
    @Nullable String topic,
    boolean closed,
    long letters,
    long undecided,
    Instant first,
    Instant last,
    String subject,
    List<Integer> perDay,
    List<String> sentences) {
  static CampaignJson of(CampaignSummary campaign, List<String> sentences) {
    return new CampaignJson(
        campaign.number(),
        campaign.name().orElse(null),
        campaign.topic().map(TopicId::value).orElse(null),
        campaign.closed(),
        campaign.letters(),
        campaign.undecided(),
        campaign.first(),
        campaign.last(),
        campaign.subject(),
        campaign.perDay(),
        sentences);
  }
}
