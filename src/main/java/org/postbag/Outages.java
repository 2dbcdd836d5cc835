package org.postbag;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.postbag.database.DatabaseAway;
import org.postbag.upkeep.health.RouteState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/// What keeps a route from working, such as a disk that is full. The route tries again by itself;
/// here it is said once, and not at every try.
final class Outages implements ExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

  /// Routes try again far more often: one that did not fail for so long works.
  private static final Duration OVER_AFTER = Duration.ofSeconds(15);

  private final InstantSource clock;
  private final Map<String, Outage> byRoute = new ConcurrentHashMap<>();

  private final Map<String, Instant> worked = new ConcurrentSkipListMap<>();

  Outages(InstantSource clock) {
    this.clock = clock;
    // Until a route has come to its end once, it counts from the start.
    List.of("answer", "send", "wake", "settle")
        .forEach(route -> worked.put(route, clock.instant()));
  }

  /// A route that does not work.
  ///
  /// @param words why, for people
  record Outage(String route, String words, Instant last) {
    /// A database that is away is one outage, however many routes meet it.
    private boolean isSame(String otherRoute, String otherWords, Optional<String> away) {
      return words.equals(otherWords) && (route.equals(otherRoute) || away.isPresent());
    }
  }

  /// The routes that do not work at the moment.
  List<Outage> now() {
    Instant over = clock.instant().minus(OVER_AFTER);
    return byRoute.values().stream().filter(outage -> outage.last.isAfter(over)).toList();
  }

  /// A route has come to its end.
  void worked(Exchange exchange) {
    worked.put(exchange.getFromRouteId(), clock.instant());
  }

  /// How the routes fare that go round by themselves.
  List<RouteState> routes() {
    List<Outage> outages = now();
    return worked.entrySet().stream()
        .map(route -> new RouteState(route.getKey(), route.getValue(), failing(route, outages)))
        .toList();
  }

  private static Optional<String> failing(Map.Entry<String, Instant> worked, List<Outage> outages) {
    return outages.stream()
        .filter(outage -> outage.route.equals(worked.getKey()))
        .filter(outage -> outage.last.isAfter(worked.getValue()))
        .map(Outage::words)
        .findFirst();
  }

  /// A step of the route that this exchange is on has thrown.
  void note(Exchange exchange) {
    Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    note(exchange.getFromRouteId(), caught == null ? new IllegalStateException("?") : caught);
  }

  private void note(@Nullable String from, Throwable exception) {
    String route = from == null ? "a route" : from;
    Optional<String> away = DatabaseAway.reason(exception);
    String words = away.orElseGet(() -> words(exception));
    boolean known = now().stream().anyMatch(outage -> outage.isSame(route, words, away));
    byRoute.put(route, new Outage(route, words, clock.instant()));
    if (!known && away.isPresent()) {
      // Where it was noticed says nothing; all routes meet the same.
      LOG.error("{}; nothing is lost, and it is tried again all the time", words);
      LOG.debug("noticed by {}", route, exception);
    } else if (!known) {
      LOG.error("The route {} does not work and is tried again: {}", route, words, exception);
    }
  }

  /// The innermost reason, on one line.
  private static String words(Throwable exception) {
    Throwable innermost = NestedExceptionUtils.getMostSpecificCause(exception);
    String said = innermost.getMessage();
    return said == null
        ? innermost.getClass().getSimpleName()
        : said.lines().findFirst().orElse("");
  }

  @Override
  public void handleException(Throwable exception) {
    note((String) null, exception);
  }

  @Override
  public void handleException(@Nullable String message, Throwable exception) {
    note((String) null, exception);
  }

  @Override
  public void handleException(
      @Nullable String message, @Nullable Exchange exchange, Throwable exception) {
    note(exchange == null ? null : exchange.getFromRouteId(), exception);
  }
}
