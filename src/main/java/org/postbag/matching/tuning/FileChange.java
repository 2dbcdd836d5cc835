package org.postbag.matching.tuning;

import java.util.Optional;
import org.postbag.catalog.CatalogFile;

/// One file as it is to be.
///
/// @param seen the hash of what the person saw in it; empty when there was no such file
/// @param text empty to take the file away
public record FileChange(CatalogFile file, Optional<String> seen, Optional<String> text) {}
