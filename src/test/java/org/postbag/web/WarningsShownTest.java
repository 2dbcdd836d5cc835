package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.cli.CommandLineFrame;
import org.postbag.ledger.State;
import org.postbag.reply.WarningKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every kind of warning, as desk, API and terminal show it.
class WarningsShownTest {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final HttpClient BROWSER =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @TempDir private static Path data;
  private static TestDesk desk;
  private static String token;
  private static long letter;

  @BeforeAll
  static void aLetterThatWaits() throws Exception {
    desk = TestDesk.start(Duration.ofMinutes(1));
    desk.member("ann", Role.APPROVER);
    token = desk.staff.newToken("ann").orElseThrow().text();
    TerminalAccess access = TerminalAccess.to(desk.at("/"));
    access.write(data);
    desk.bean(TerminalKey.class).accept(access);
    Matcher csrf = CSRF.matcher(get("/login"));
    assertThat(csrf.find()).isTrue();
    String form = "name=ann&password=" + TestDesk.PASSWORD.replace(' ', '+');
    send(
        HttpRequest.newBuilder(desk.at("/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + csrf.group(1))));
    letter = desk.calais("Ann Lee <lee@example.net>");
    assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private static String get(String path) throws Exception {
    return send(HttpRequest.newBuilder(desk.at(path)).GET());
  }

  private static String send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response =
        BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isLessThan(400);
    return response.body();
  }

  private static JsonNode api() throws Exception {
    String body =
        send(
            HttpRequest.newBuilder(desk.at("/api/v1/messages/" + letter))
                .header("Authorization", "Bearer " + token));
    return JsonMapper.builder().build().readTree(body);
  }

  private static String terminal(String... words) {
    StringWriter out = new StringWriter();
    List<String> line = new java.util.ArrayList<>(List.of("--data", data.toString(), "queue"));
    line.addAll(List.of(words));
    new CommandLineFrame(new PrintWriter(out), new PrintWriter(out), Map.of())
        .run(line.toArray(String[]::new));
    return out.toString();
  }

  private static void warned(WarningKind kind) {
    desk.warn(letter, kind);
  }

  @Test
  void whoNeedsHelpAtOnceStandsFirstWithTheWordsMarked() throws Exception {
    long earlier =
        desk.receive("Early Doe <early@example.net>", "Hello", "What do you think of it?");
    long urgent = desk.receive("Need Doe <need@example.net>", "Hello", "I want to kill myself.");

    String list = get("/letters?view=person");

    assertThat(list.indexOf("/letters/" + urgent)).isPositive();
    assertThat(list.indexOf("/letters/" + urgent)).isLessThan(list.indexOf("/letters/" + earlier));
    assertThat(get("/letters/" + urgent)).contains("<mark class=\"help\">kill</mark>");
  }

  @ParameterizedTest
  @EnumSource
  void deskApiAndTerminalShowItAndAskForIt(WarningKind kind) throws Exception {
    warned(kind);

    assertThat(get("/letters/" + letter))
        .contains(
            ">" + kind.sentence() + "</span>",
            "name=\"acknowledged\" value=\"" + kind.word() + "\" required",
            ">Approve: " + kind.brief() + "</span>");
    assertThat(get("/letters?view=waiting")).contains(">" + kind.brief() + "</span>");
    assertThat(api().path("warnings").get(0).path("word").asString("")).isEqualTo(kind.word());
    assertThat(api().path("warnings").get(0).path("sentence").asString(""))
        .isEqualTo(kind.sentence());
    assertThat(terminal("show", String.valueOf(letter)))
        .contains("Warning, " + kind.word() + ": " + kind.sentence());
    assertThat(terminal("list", "--state", "waiting")).contains(kind.word());
    assertThat(terminal("approve", String.valueOf(letter))).contains(kind.sentence());
    assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
  }
}
