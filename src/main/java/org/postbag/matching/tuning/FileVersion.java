package org.postbag.matching.tuning;

import java.time.Instant;
import java.util.Optional;
import org.postbag.catalog.CatalogFile;

/// What a file of the catalog held from some moment on.
///
/// @param text empty when it was taken away
/// @param actor who saved it; empty when it was changed outside of the desk, and `at` is when that
///   was seen
public record FileVersion(
    long id, CatalogFile file, Optional<String> text, String hash, String actor, Instant at) {}
