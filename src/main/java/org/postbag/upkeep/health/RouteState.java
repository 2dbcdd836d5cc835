package org.postbag.upkeep.health;

import java.time.Instant;
import java.util.Optional;

/// How one of the mail's routes fares.
///
/// @param lastSuccess when it was last gone to its end; at first, when the program started
/// @param failing why it does not work at the moment
public record RouteState(String route, Instant lastSuccess, Optional<String> failing) {}
