package org.postbag.matching;

import java.util.Optional;
import org.postbag.catalog.TopicId;

/// The likeliest topic without the reasons: for looking at many letters.
///
/// @param topic the likeliest; empty when every topic is excluded
/// @param probability of that topic, 0 to 1
/// @param runnerUp the next likely
/// @param none the probability that none of the topics fits
public record Prediction(
    Optional<TopicId> topic, double probability, Optional<TopicId> runnerUp, double none) {
  /// Whether it is likelier that no topic fits than that the likeliest does.
  public boolean noneLikelier() {
    return none > probability;
  }
}
