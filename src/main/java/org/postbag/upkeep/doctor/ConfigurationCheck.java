package org.postbag.upkeep.doctor;

import java.util.List;
import org.postbag.catalog.Problem;
import org.postbag.upkeep.health.Finding;
import org.postbag.upkeep.health.HealthCheck;

/// What `check` finds in the configuration.
public record ConfigurationCheck(List<Problem> problems) implements HealthCheck {
  private static final String PART = "configuration";

  @Override
  public List<Finding> look() {
    return problems.isEmpty()
        ? List.of(Finding.well(PART, "No mistake was found."))
        : problems.stream()
            .map(problem ->
                problem.isError()
                    ? Finding.down(PART, problem + ".")
                    : Finding.warning(PART, problem + "."))
            .toList();
  }
}
