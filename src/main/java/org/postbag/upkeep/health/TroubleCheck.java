package org.postbag.upkeep.health;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A part that knows by itself whether it is well.
///
/// @param part what it is called
/// @param well what is said while nothing is wrong
/// @param trouble what is wrong, and what mends it; a warning
public record TroubleCheck(String part, String well, Supplier<Optional<String>> trouble)
    implements HealthCheck {
  @Override
  public List<Finding> look() {
    return List.of(
        trouble
            .get()
            .map(words -> Finding.warning(part, words))
            .orElseGet(() -> Finding.well(part, well)));
  }
}
