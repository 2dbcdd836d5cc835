package org.postbag.web.desk;

import java.util.List;
import java.util.Optional;

/// A list of letters, and where it goes on.
///
/// @param more the address from which further letters are had: new ones for a list that grows at
///   its end (asked again and again), older ones for the others (asked by a click)
/// @param grows true for a list that new letters come into at its end
record Listing(List<Row> rows, Optional<String> more, boolean grows) {}
