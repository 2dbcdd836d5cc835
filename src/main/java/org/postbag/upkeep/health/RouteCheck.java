package org.postbag.upkeep.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// Whether the routes go round. One that fails may work a moment later; one that has not come to
/// its end for long stands, whatever keeps it.
public final class RouteCheck implements HealthCheck {
  private static final Duration FAILS = Duration.ofSeconds(10);

  /// A hundred letters with large attachments take their time.
  private static final Duration STANDS = Duration.ofMinutes(3);

  /// It asks mail servers, and each may take a minute to say that it is away.
  private static final Duration SETTLE_STANDS = Duration.ofMinutes(20);

  private final Supplier<List<RouteState>> routes;
  private final InstantSource clock;

  public RouteCheck(Supplier<List<RouteState>> routes, InstantSource clock) {
    this.routes = routes;
    this.clock = clock;
  }

  @Override
  public List<Finding> look() {
    Instant now = clock.instant();
    return routes.get().stream().map(route -> of(route, now)).toList();
  }

  private static Finding of(RouteState route, Instant now) {
    String part = "route " + route.route();
    Duration ago = Duration.between(route.lastSuccess(), now);
    if (route.failing().isPresent() && ago.compareTo(FAILS) > 0) {
      return Finding.down(
          part, "It does not work since %s: %s.".formatted(at(route), route.failing().get()));
    }
    Duration longest = route.route().equals("settle") ? SETTLE_STANDS : STANDS;
    return ago.compareTo(longest) > 0
        ? Finding.down(
            part,
            "It stands since %s. Restart Postbag, and keep the log: this is a bug."
                .formatted(at(route)))
        : Finding.well(part, "It last came to its end at %s.".formatted(at(route)));
  }

  private static Instant at(RouteState route) {
    return route.lastSuccess().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
  }
}
