package org.postbag.search;

import org.postbag.catalog.TopicId;

/// A decided letter in the words of another.
///
/// @param topic the one that a person gave it
public record Neighbour(long letter, TopicId topic) {}
