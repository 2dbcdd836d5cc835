package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.intake.MailboxHealth;
import org.postbag.ledger.Actor;
import org.postbag.reply.Warning;
import org.postbag.review.Decisions;
import org.postbag.review.DraftVersion;
import org.postbag.review.Filter;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.postbag.upkeep.health.Finding;
import org.postbag.upkeep.health.HealthChecks;

/// The health check of a whole daemon whose SMTP server is dead.
class HealthOfDaemonTest {
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final int NOBODY_LISTENS = 1;
  private static final Pattern FIGURE = Pattern.compile("\\b(?:postbag|jvm|http)_[a-z_]+");

  private final TestHouse house =
      new TestHouse(Duration.ZERO, port -> port, OptionalInt.of(NOBODY_LISTENS));

  @AfterEach
  void close() {
    house.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(house.address().resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void approvedRepliesThatCannotLeaveFailReadinessAndEveryFigureOfTheAlertsIsThere()
      throws Exception {
    await()
        .atMost(SOON)
        .until(() ->
            house.door(MailboxHealth.class).all().stream().anyMatch(s -> s.lastRead().isPresent()));
    await().atMost(SOON).until(() -> get("/actuator/health/readiness").statusCode() == 200);
    List.of("ann", "ben", "cat").forEach(writer -> house.deliver(letter(writer)));
    for (QueueItem item : drafts()) {
      approve(item);
    }
    await().atMost(SOON).until(() -> get("/actuator/health/readiness").statusCode() == 503);
    assertThat(get("/actuator/health").body()).contains("DOWN");
    assertThat(house.door(HealthChecks.class).report().lines())
        .anySatisfy(line -> {
          assertThat(line.finding().level()).isEqualTo(Finding.Level.DOWN);
          assertThat(line.finding().words()).contains("approved replies wait", "office");
        });
    Set<String> figures = figures(get("/actuator/prometheus").body());
    for (String file : List.of("prometheus/postbag.rules.yml", "grafana/postbag.json")) {
      assertThat(figures)
          .as(file)
          .containsAll(figures(Files.readString(Path.of("packaging").resolve(file))));
    }
  }

  private static Set<String> figures(String text) {
    return FIGURE
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<QueueItem> drafts() {
    return await()
        .atMost(SOON)
        .until(
            () ->
                house
                    .door(ReviewQueue.class)
                    .page(
                        Filter.after(0, Optional.empty(), Optional.empty(), Optional.empty(), 10)),
            page -> page.size() == 3);
  }

  private void approve(QueueItem item) {
    house
        .door(Decisions.class)
        .approve(
            new DraftVersion(item.letter(), item.version()),
            item.warnings().stream().map(Warning::word).collect(Collectors.toSet()),
            Instant.MIN,
            new Actor("ann"));
  }

  private static String letter(String writer) {
    return """
    From: %1$s <%1$s@writers.example>
    To: office@field.example
    Subject: Calais
    Message-ID: <%1$s@writers.example>
    Date: Mon, 23 Nov 2026 09:00:00 +0000
    Content-Type: text/plain; charset=utf-8

    I am %1$s and worried about the migrants in Calais and the lorries at the Channel Tunnel. What is
    being done about our border this winter?
    """
        .formatted(writer);
  }
}
