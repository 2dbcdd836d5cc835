package org.postbag.web;

import java.time.Instant;
import java.util.Optional;

/// A token for the API, without its secret.
///
/// @param role what it may do at most, whatever its member may
/// @param expires empty: never, as tokens of earlier versions
/// @param used when it was used last, to five minutes; empty: never
public record ApiToken(
    Role role, Instant created, Optional<Instant> expires, Optional<Instant> used) {}
