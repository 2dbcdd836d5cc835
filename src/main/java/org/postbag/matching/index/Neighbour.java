package org.postbag.matching.index;

import org.postbag.catalog.TopicId;

/// A decided letter that reads like another.
///
/// @param topic the one that a person gave it
public record Neighbour(long letter, TopicId topic) {}
