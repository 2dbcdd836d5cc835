package org.postbag.upkeep.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.MailboxStatus;

/// The figures that alerts are made of. None has a label that names a person or a mailbox.
public final class HealthFigures implements MeterBinder {
  private final HealthChecks checks;
  private final SendingCheck sending;
  private final MailboxHealth mailboxes;
  private final DiskCheck disk;
  private final Supplier<List<RouteState>> routes;
  private final InstantSource clock;

  public HealthFigures(
      HealthChecks checks,
      SendingCheck sending,
      MailboxHealth mailboxes,
      DiskCheck disk,
      Supplier<List<RouteState>> routes,
      InstantSource clock) {
    this.checks = checks;
    this.sending = sending;
    this.mailboxes = mailboxes;
    this.disk = disk;
    this.routes = routes;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Finding.Level level : Finding.Level.values()) {
      Gauge.builder("postbag.health.findings", checks, c -> c.report().count(level))
          .description("Findings of the health check, by level; `down` above 0 fails readiness")
          .tag("level", level.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    for (RouteState route : routes.get()) {
      gauge("postbag.route.since.success", _ -> sinceSuccess(route.route()))
          .description("Time since the route last came to its end")
          .tag("route", route.route())
          .register(registry);
    }
    gauge("postbag.mailbox.since.read", _ -> sinceRead())
        .description("Time since the mailbox that was longest not read was read to its end")
        .register(registry);
    gauge("postbag.reply.unsent.oldest", _ -> oldestUnsent())
        .description("Age of the oldest approval whose reply is past its undo window and unsent")
        .register(registry);
    Gauge.builder("postbag.disk.free", disk, HealthFigures::free)
        .description("Free part of the disk of the data folder, 0 to 1")
        .baseUnit("ratio")
        .register(registry);
  }

  private TimeGauge.Builder<HealthFigures> gauge(
      String name, ToDoubleFunction<HealthFigures> seconds) {
    return TimeGauge.builder(name, this, TimeUnit.SECONDS, seconds);
  }

  private double sinceSuccess(String name) {
    return routes.get().stream()
        .filter(route -> route.route().equals(name))
        .mapToDouble(route -> since(route.lastSuccess()))
        .max()
        .orElse(0);
  }

  private double sinceRead() {
    return mailboxes.all().stream()
        .map(HealthFigures::readOrBegun)
        .mapToDouble(this::since)
        .max()
        .orElse(0);
  }

  private static Instant readOrBegun(MailboxStatus status) {
    return status.lastRead().orElse(status.since());
  }

  /// Not a number while the database is away: then nobody knows.
  private double oldestUnsent() {
    try {
      return sending.unsent().oldest().map(this::since).orElse(0.0);
    } catch (RuntimeException _) {
      return Double.NaN;
    }
  }

  private static double free(DiskCheck disk) {
    try {
      return disk.ratio();
    } catch (IOException _) {
      return Double.NaN;
    }
  }

  private double since(Instant at) {
    return Math.max(0, Duration.between(at, clock.instant()).toMillis() / 1000.0);
  }
}
