package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postbag.intake.MailboxStatus.Condition;
import org.postbag.ledger.State;

/// What the desk's door lets in, and what it tells.
class DoorTest {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static TestDesk desk;

  @BeforeAll
  static void start() {
    desk = TestDesk.start(Duration.ofMinutes(1));
    desk.member("ann", Role.APPROVER);
    desk.member("rae", Role.VIEWER);
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  /// A browser without its page: cookies, forms, no redirects.
  private static final class Visitor {
    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    HttpResponse<String> get(String path) throws Exception {
      return send(HttpRequest.newBuilder(desk.at(path)).GET());
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String... headers)
        throws Exception {
      String body =
          fields.entrySet().stream()
              .map(field -> field.getKey() + "=" + encoded(field.getValue()))
              .collect(Collectors.joining("&"));
      HttpRequest.Builder request =
          HttpRequest.newBuilder(desk.at(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(body));
      return send(headers.length == 0 ? request : request.headers(headers));
    }

    String csrf(String path) throws Exception {
      Matcher token = CSRF.matcher(get(path).body());
      assertThat(token.find()).isTrue();
      return token.group(1);
    }

    HttpResponse<String> signIn(String name, String password) throws Exception {
      String token = csrf("/login");
      return post("/login", Map.of("name", name, "password", password, "_csrf", token));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  private static String cookie(HttpResponse<String> response) {
    return response.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("postbag="))
        .findFirst()
        .orElse("");
  }

  @Test
  void theSessionCookieIsStrictAndOutOfScriptsReach() throws Exception {
    HttpResponse<String> response = new Visitor().signIn("ann", TestDesk.PASSWORD);
    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(cookie(response)).contains("HttpOnly", "SameSite=Strict", "Path=/");
  }

  @Test
  void signInsAndFailedTriesStandInTheLedger() throws Exception {
    new Visitor().signIn("ann", TestDesk.PASSWORD);
    assertThat(lastOfOffice()).isEqualTo("ann signed-in ann a password");
    new Visitor().signIn("ann", "not her password");
    assertThat(lastOfOffice()).isEqualTo("postbag sign-in-failed ann wrong password");
    new Visitor().signIn("a password in the wrong field", "x");
    assertThat(lastOfOffice()).isEqualTo("postbag sign-in-failed nobody wrong password");
    assertThat(desk.ledger.verify()).isEmpty();
  }

  private static String lastOfOffice() {
    var last = desk.ledger.history(0).getLast();
    return last.actor() + " " + last.why();
  }

  @Test
  void everyPageForbidsWhatIsNotOurs() throws Exception {
    Visitor ann = new Visitor();
    ann.signIn("ann", TestDesk.PASSWORD);
    for (String path : List.of("/login", "/letters", "/nothing", "/assets/desk.css")) {
      var headers = ann.get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("default-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    }
  }

  @Test
  void aFormattedLetterStandsUnderAPolicyOfItsOwn() throws Exception {
    Visitor ann = new Visitor();
    ann.signIn("ann", TestDesk.PASSWORD);
    long letter = desk.receive(TestDesk.sample("formats/01-html-only.eml"));
    var formatted = ann.get("/letters/" + letter + "/formatted").headers();
    assertThat(formatted.allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "sandbox", "frame-ancestors 'self'")
        .doesNotContain("allow-");
    var saved = ann.get("/letters/" + letter + "/original").headers();
    assertThat(saved.firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(saved.firstValue("Content-Disposition").orElse("")).startsWith("attachment");
  }

  @Test
  void withoutSignInNoPageIsShown() throws Exception {
    for (String path :
        List.of(
            "/letters",
            "/letters/1",
            "/staff",
            "/groups/calais",
            "/letters/1/formatted",
            "/letters/1/original",
            "/navigation",
            "/account",
            "/actuator/env",
            "/actuator")) {
      HttpResponse<String> answer = new Visitor().get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location").orElse("")).contains("/login");
    }
  }

  @Test
  void aFormWithoutItsTokenOrFromAnotherSiteChangesNothing() throws Exception {
    Visitor ann = new Visitor();
    ann.signIn("ann", TestDesk.PASSWORD);
    long letter = desk.calais("Csrf Doe <csrf@example.net>");
    String path = "/letters/" + letter + "/approve";
    assertThat(ann.post(path, Map.of("version", "1")).statusCode()).isEqualTo(403);
    Map<String, String> form = Map.of("version", "1", "_csrf", ann.csrf("/letters/" + letter));
    assertThat(ann.post(path, form, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    assertThat(ann.post(path, form, "Origin", "https://evil.example").statusCode()).isEqualTo(403);
    assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
    assertThat(ann.post(path, form).statusCode()).isEqualTo(302);
    assertThat(desk.item(letter).state()).isEqualTo(State.APPROVED);
  }

  @Test
  void aReaderSeesNoButtonsAndMayNotPressThem() throws Exception {
    Visitor rae = new Visitor();
    rae.signIn("rae", TestDesk.PASSWORD);
    long letter = desk.calais("Read Only <ro@example.net>");
    String token = rae.csrf("/letters/" + letter);
    assertThat(rae.get("/letters/" + letter).body()).doesNotContain("/approve");
    for (String action :
        List.of(
            "approve",
            "close",
            "topic",
            "edit",
            "undo",
            "reopen",
            "was-sent",
            "send-again",
            "let-rest")) {
      var answer =
          rae.post("/letters/" + letter + "/" + action, Map.of("version", "1", "_csrf", token));
      assertThat(answer.statusCode()).as(action).isEqualTo(403);
    }
    for (String path : List.of("/groups/calais", "/sending/stop", "/staff")) {
      assertThat(rae.post(path, Map.of("_csrf", token)).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(rae.get("/staff").statusCode()).isEqualTo(403);
    assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
  }

  @Test
  void guessingIsSlowedForTheGuesserAndForNobodyElse() {
    var clock = new org.postbag.database.SettableClock();
    SignInThrottle guesses = new SignInThrottle(clock);
    for (int i = 0; i < SignInThrottle.FREE; i++) {
      assertThat(guesses.pause("ann", "198.51.100.7")).isEqualTo(Duration.ZERO);
      guesses.failed("ann", "198.51.100.7");
    }
    assertThat(guesses.pause("Ann ", "198.51.100.7")).isPositive();
    assertThat(guesses.pause("ann", "192.0.2.1")).isEqualTo(Duration.ZERO);
    assertThat(guesses.pause("bob", "198.51.100.7")).isEqualTo(Duration.ZERO);
    clock.advance(Duration.ofMinutes(1));
    assertThat(guesses.pause("ann", "198.51.100.7")).isEqualTo(Duration.ZERO);
    for (int i = 0; i < SignInThrottle.FREE_FOR_ADDRESS; i++) {
      guesses.failed("name" + i, "198.51.100.7");
    }
    assertThat(guesses.pause("bob", "198.51.100.7")).isPositive();
  }

  @Test
  void signInLeadsNowhereElse() throws Exception {
    for (String next : List.of("https://evil.example/", "//evil.example", "/\\evil.example")) {
      Visitor ann = new Visitor();
      String token = ann.csrf("/login");
      var form = Map.of("name", "ann", "password", TestDesk.PASSWORD, "next", next, "_csrf", token);
      assertThat(ann.post("/login", form).headers().firstValue("Location").orElse(""))
          .as(next)
          .doesNotContain("evil");
    }
  }

  @Test
  void healthTellsEverybodyThatAMailboxIsNotReadAndNothingMore() throws Exception {
    assertThat(new Visitor().get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(new Visitor().get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(new Visitor().get("/actuator/health").statusCode()).isEqualTo(200);
    desk.mailboxes.trouble("office", "INBOX", Condition.REFUSED, "the password is wrong");
    HttpResponse<String> health = new Visitor().get("/actuator/health");
    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(health.body()).contains("DOWN").doesNotContain("office", "password");
    assertThat(new Visitor().get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    desk.mailboxes.read("office", "INBOX", 0);
    assertThat(new Visitor().get("/actuator/health").statusCode()).isEqualTo(200);
  }

  @Test
  void theFiguresCountLettersAndNameNobody() throws Exception {
    desk.calais("Figure Doe <figure@example.net>");
    HttpResponse<String> figures = new Visitor().get("/actuator/prometheus");
    assertThat(figures.statusCode()).isEqualTo(200);
    assertThat(figures.body())
        .contains("postbag_letters{state=\"waiting\"}", "postbag_mailboxes_unhealthy")
        .doesNotContain("figure@example.net", "Figure Doe");
  }

  private static HttpResponse<String> raw(
      String method, String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(desk.at(path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    return HttpClient.newHttpClient()
        .send(request.headers(headers).build(), HttpResponse.BodyHandlers.ofString());
  }

  /// What the JDK's client does not let a test say.
  private static String talk(String request) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), desk.at("/").getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theDeskAnswersToNoStrangersName() throws Exception {
    String end = "\r\nConnection: close\r\n\r\n";
    assertThat(talk("GET /login HTTP/1.1\r\nHost: evil.example" + end))
        .startsWith("HTTP/1.1 421")
        .contains("postbag.desk.hosts")
        .doesNotContain("_csrf");
    for (String host : List.of("localhost", "localhost:8080", "127.0.0.1:1", "[::1]:8080")) {
      assertThat(talk("GET /login HTTP/1.1\r\nHost: " + host + end)).startsWith("HTTP/1.1 200");
    }
    assertThat(talk("GET /actuator/health/liveness HTTP/1.1\r\nHost: pod" + end))
        .startsWith("HTTP/1.1 200");
    assertThat(talk("GET /login HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 200");
  }

  @Test
  void nobodysWordOnTheClientIsBelievedWhereNoProxyIsNamed() throws Exception {
    HttpResponse<String> answer =
        raw("GET", "/login", "", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "evil.example");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.contains("Secure"));
    answer = raw("GET", "/letters", "", "X-Forwarded-Host", "evil.example");
    assertThat(answer.headers().firstValue("Location")).contains("/login?next=%2Fletters");
  }

  @Test
  void aSignInLinkIsSpentByAPersonAndNotByWhoLooksAtIt() throws Exception {
    StaffMember bo = desk.member("bo", Role.APPROVER);
    String link = desk.bean(OneTimeLinks.class).signInPath(bo, Duration.ofMinutes(5));
    Visitor scanner = new Visitor();
    for (int i = 0; i < 3; i++) {
      assertThat(scanner.get(link).statusCode()).isEqualTo(200);
    }
    assertThat(scanner.get("/letters").statusCode()).isEqualTo(302);
    Visitor person = new Visitor();
    String csrf = person.csrf(link);
    String token = link.substring(link.indexOf('=') + 1);
    assertThat(person.post("/sign-in", Map.of("token", token, "_csrf", csrf)).statusCode())
        .isEqualTo(200);
    assertThat(person.get("/letters").statusCode()).isEqualTo(200);
    String again = new Visitor().csrf("/login");
    assertThat(new Visitor().post("/sign-in", Map.of("token", token, "_csrf", again)).statusCode())
        .isEqualTo(403);
    Visitor late = new Visitor();
    csrf = late.csrf(link);
    assertThat(late.post("/sign-in", Map.of("token", token, "_csrf", csrf)).statusCode())
        .isEqualTo(410);
  }

  @Test
  void bodiesAreBoundedBeforeAnybodyReadsThem() throws Exception {
    String large = "a".repeat(2_000_001);
    assertThat(raw("POST", "/api/v1/messages/1/edit", large, "Content-Type", "application/json"))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(413);
    assertThat(
            talk(
                """
                POST /api/v1/messages/1/edit HTTP/1.1\r
                Host: localhost\r
                Transfer-Encoding: chunked\r
                Connection: close\r
                \r
                1\r
                a\r
                0\r
                \r
                """))
        .startsWith("HTTP/1.1 411");
  }
}
