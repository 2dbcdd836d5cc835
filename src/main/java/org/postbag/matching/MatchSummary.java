package org.postbag.matching;

import java.util.Optional;
import org.postbag.catalog.TopicId;

/// What a list of letters shows of a [Match]: what was thought, without the reasons.
///
/// @param topic the most likely topic, even below its threshold
/// @param probability 0 to 1, of that topic
/// @param runnerUp the next likely
/// @param abstained true when a person must choose
/// @param also a second topic of the letter
public record MatchSummary(
    Optional<TopicId> topic,
    double probability,
    Optional<TopicId> runnerUp,
    boolean abstained,
    Optional<TopicId> also) {}
