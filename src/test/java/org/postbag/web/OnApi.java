package org.postbag.web;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tests of the API, each class on a running server of its own with an empty database. The tests of
/// a class share it, so each makes the letters it speaks of and looks at no other.
abstract class OnApi {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  static final HttpClient CLIENT = HttpClient.newHttpClient();

  static TestDesk desk;
  static String approver;
  static String reader;

  @BeforeAll
  static void start() {
    desk = TestDesk.start(Duration.ofMinutes(1));
    desk.member("ann", Role.APPROVER);
    desk.member("bob", Role.VIEWER);
    approver = desk.staff.newToken("ann").orElseThrow().text();
    reader = desk.staff.newToken("bob").orElseThrow().text();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  record Answer(int status, String type, JsonNode body) {}

  static Answer get(String path, String token) throws Exception {
    return send(HttpRequest.newBuilder(desk.at(path)).GET(), token);
  }

  static Answer post(String path, String body, String token) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(desk.at(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return send(request, token);
  }

  static Answer send(HttpRequest.Builder request, String token) throws Exception {
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> response =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    String type = response.headers().firstValue("Content-Type").orElse("");
    return new Answer(response.statusCode(), type, JSON.readTree(response.body()));
  }
}
