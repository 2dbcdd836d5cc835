package org.postbag.review;

import java.time.Instant;
import java.util.Optional;
import org.postbag.catalog.TopicId;

/// A campaign with several undecided letters.
///
/// @param topic of its letters that are ready to approve; empty when none is
/// @param ready how many wait with that topic's reply
/// @param apart how many a person is to read by themselves
/// @param oldest when the first of these came
/// @param subject of the campaign's first letter
/// @param snippet how that one begins
public record OpenCampaign(
    long campaign,
    Optional<TopicId> topic,
    long ready,
    long apart,
    Instant oldest,
    String subject,
    String snippet) {
  public long letters() {
    return ready + apart;
  }
}
