package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postbag.database.DatabaseSettings;
import org.postbag.database.Relay;
import org.postbag.database.TestDatabases;
import org.postbag.web.RandomSecret;
import org.postbag.web.Role;
import org.postbag.web.Staff;
import org.slf4j.LoggerFactory;

/// The whole daemon when its PostgreSQL server is away for a while.
class DatabaseAwayIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String PASSWORD = "a long enough password";

  private final HttpClient client = HttpClient.newHttpClient();
  private RandomSecret token = RandomSecret.random();

  @Test
  void everyRequestIsAnsweredWithinTwoSecondsAndItIsSaidOnce() throws Exception {
    DatabaseSettings real = TestDatabases.postgresqlSettings();
    URI url = URI.create(real.url().orElseThrow().substring("jdbc:".length()));
    try (Relay relay = new Relay(url.getPort())) {
      String through = real.url().orElseThrow().replace(":" + url.getPort(), ":" + relay.port());
      DatabaseSettings settings =
          new DatabaseSettings(
              real.folder(), Optional.of(through), real.username(), real.password());
      try (TestHouse house = TestHouse.on(settings)) {
        house.door(Staff.class).add("ann", Role.ADMIN, PASSWORD);
        token = house.door(Staff.class).newToken("ann").orElseThrow();
        assertThat(get(house, "/api/v1/messages").statusCode()).isEqualTo(200);
        ListAppender<ILoggingEvent> log = listen();
        relay.cut();
        for (String path : List.of("/api/v1/messages", "/api/v1/ledger", "/letters", "/letters")) {
          isAnsweredSoon(house, path);
        }
        Thread.sleep(8_000);
        isAnsweredSoon(house, "/letters");
        assertThat(said(log)).as("%s", said(log)).hasSizeLessThanOrEqualTo(2);
        assertThat(said(log)).filteredOn(line -> line.startsWith("org.postbag.Outages")).hasSize(1);
        relay.mend();
        await().atMost(SOON).until(() -> get(house, "/api/v1/messages").statusCode() == 200);
        assertThat(said(log)).as("%s", said(log)).hasSizeLessThanOrEqualTo(2);
      }
    }
  }

  private void isAnsweredSoon(TestHouse house, String path) throws Exception {
    long begin = System.nanoTime();
    HttpResponse<String> answer = get(house, path);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(answer.statusCode()).as(path).isEqualTo(503);
    assertThat(took).as(path).isLessThan(Duration.ofMillis(2_500));
    assertThat(answer.body()).contains("the database does not answer");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith(path.startsWith("/api") ? "application/problem+json" : "text/html");
  }

  private HttpResponse<String> get(TestHouse house, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(house.address().resolve(path))
            .header("Authorization", "Bearer " + token.text())
            .header("Cookie", "postbag=" + RandomSecret.random().text())
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static ListAppender<ILoggingEvent> listen() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
    return log;
  }

  private static List<String> said(ListAppender<ILoggingEvent> log) {
    return new ArrayList<>(log.list)
        .stream()
            // The pool's own words are off, see logback.xml.
            .filter(event -> event.getLoggerName().startsWith("org.postbag"))
            .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
            .map(event -> event.getLoggerName() + ": " + event.getFormattedMessage())
            .toList();
  }
}
