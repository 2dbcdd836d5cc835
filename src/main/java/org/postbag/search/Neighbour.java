package org.postbag.search;

import org.postbag.catalog.TopicId;

/// A decided letter with the same text as another.
///
/// @param topic the one that staff gave it
public record Neighbour(long letter, TopicId topic) {}
