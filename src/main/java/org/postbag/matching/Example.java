package org.postbag.matching;

import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.matching.words.Passage;

/// A letter whose topic was decided by a person.
///
/// @param topic empty when none of the topics fits
public record Example(Optional<TopicId> topic, Passage letter) {}
