package org.postbag.review;

import org.postbag.catalog.TopicId;

/// Letters of one campaign that wait with the standard reply of one topic.
///
/// @param campaign the number of the campaign's first letter
/// @param letters how many wait
/// @param subject of the first letter
/// @param snippet how the first letter begins
public record CampaignGroup(
    long campaign, TopicId topic, long letters, String subject, String snippet) {}
