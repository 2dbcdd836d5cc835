package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.upkeep.health.Finding;

/// Who is told of the program's health, and what.
class HealthShownTest {
  private final TestDesk desk = TestDesk.start(Duration.ofMinutes(1));
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    desk.close();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    URI at = desk.at(path);
    HttpRequest.Builder request = HttpRequest.newBuilder(at);
    return client.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String token() {
    desk.member("rae", Role.VIEWER);
    return "Bearer " + desk.staff.newToken("rae").orElseThrow().text();
  }

  @Test
  void whatStandsFailsReadinessAndIsNamedToWhoHasAToken() throws Exception {
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    desk.found.add(Finding.warning("letters", "1 reply is unclear."));
    await().until(() -> get("/actuator/health").body().contains("WARNING"));
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    desk.found.add(Finding.down("sending office", "3 approved replies wait: refused."));
    await().until(() -> get("/actuator/health/readiness").statusCode() == 503);
    assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/health").body()).contains("DOWN").doesNotContain("approved replies");
    assertThat(get("/api/v1/health").statusCode()).isEqualTo(401);
    assertThat(get("/api/v1/health", "Authorization", token()).body())
        .contains("\"ready\":false", "3 approved replies wait: refused.", "\"since\":\"20");
  }

  @Test
  void figuresAreForThisMachineAndForTokens() throws Exception {
    assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/prometheus", "X-Forwarded-For", "192.0.2.1").statusCode())
        .isEqualTo(401);
    assertThat(get("/actuator/prometheus", "Via", "1.1 proxy").statusCode()).isEqualTo(401);
    assertThat(
            get("/actuator/prometheus", "X-Forwarded-For", "192.0.2.1", "Authorization", token())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void figuresHaveBaseUnitsAndNothingOfSpringSecurity() throws Exception {
    get("/login");
    String figures = get("/actuator/prometheus").body();
    assertThat(figures)
        .contains("postbag_letters{state=\"waiting\"}")
        .doesNotContain("spring_security", "_milliseconds", "_ms ");
    assertThat(figures.lines().filter(line -> !line.startsWith("#")).count()).isLessThan(500);
  }
}
