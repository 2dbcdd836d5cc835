package org.postbag.matching.index;

import org.postbag.catalog.TopicId;
import org.postbag.matching.words.Passage;

/// A decided letter that reads like another.
public record Neighbour(long letter, TopicId topic, Passage passage) {}
