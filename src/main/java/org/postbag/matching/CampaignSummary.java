package org.postbag.matching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.TopicId;

/// A campaign as staff see it in a list.
///
/// @param number identifies it
/// @param name that staff gave it
/// @param topic that staff gave it
/// @param closed whether staff said that it is over
/// @param letters how many it has
/// @param undecided how many of them wait for a person
/// @param first when its first letter came
/// @param last when its last letter came
/// @param subject of its first letter
/// @param perDay how many letters came on each day from the first to the last, in UTC
public record CampaignSummary(
    long number,
    Optional<String> name,
    Optional<TopicId> topic,
    boolean closed,
    long letters,
    long undecided,
    Instant first,
    Instant last,
    String subject,
    List<Integer> perDay) {
  public CampaignSummary {
    perDay = List.copyOf(perDay);
  }

  /// The same with the letters of each day.
  CampaignSummary with(List<Integer> days) {
    return new CampaignSummary(
        number, name, topic, closed, letters, undecided, first, last, subject, days);
  }
}
