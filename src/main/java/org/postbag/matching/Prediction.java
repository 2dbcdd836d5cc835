package org.postbag.matching;

import java.util.Optional;
import org.postbag.catalog.TopicId;

/// The most likely topic without reasons, for matching many letters.
///
/// @param topic the most likely; empty when every topic is excluded
/// @param probability of that topic, 0 to 1
/// @param runnerUp the next likely
/// @param none the probability that no topic fits
public record Prediction(
    Optional<TopicId> topic, double probability, Optional<TopicId> runnerUp, double none) {
  /// Whether no topic is more likely than the best one.
  public boolean noneLikelier() {
    return none > probability;
  }
}
