package org.postbag.matching.index;

import org.postbag.catalog.TopicId;

/// A decided letter in the words of another.
///
/// @param topic the one that a person gave it
public record Neighbour(long letter, TopicId topic) {}
