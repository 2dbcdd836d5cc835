package org.postbag.upkeep.health;

import java.util.List;

/// Looks at one part of the program, or of the machine below it.
@FunctionalInterface
public interface HealthCheck {
  /// What there is to be said; at least one finding of each part.
  List<Finding> look();
}
