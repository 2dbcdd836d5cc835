package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postbag.email.Address;
import org.postbag.email.LetterReader;
import org.postbag.intake.Screening;
import org.postbag.past.Direction;
import org.postbag.past.Pairing;
import org.postbag.past.PastKeeping;
import org.postbag.past.PastLetter;

/// Past letters at the desk: found by the search, read, and nothing else.
class PastAtDeskTest {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static TestDesk desk;
  private static List<PastLetter> kept;

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @BeforeAll
  static void start() throws Exception {
    desk = TestDesk.start(Duration.ofMinutes(1));
    desk.member("rita", Role.VIEWER);
    PastKeeping keeping =
        new PastKeeping(
            desk.database, Set.of(Address.parse("office@example.org").orElseThrow()), desk.clock);
    kept =
        keeping.keep(
            List.of(
                letter(Direction.RECEIVED, "ann@example.com", "office@example.org", ""),
                letter(
                    Direction.SENT,
                    "office@example.org",
                    "ann@example.com",
                    "In-Reply-To: <received@example.org>\r\n")));
    new Pairing(desk.database).run();
    desk.pastIndex.catchUp();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private static PastLetter letter(Direction direction, String from, String to, String more) {
    String mail =
        "From: %s\r\nTo: %s\r\nMessage-ID: <%s@example.org>\r\n%sSubject: Snorkelfax <b>\r\n\r\n%s wobblegate\r\n"
            .formatted(from, to, direction.word(), more, direction);
    return PastLetter.of(
        new PastLetter.Met("office", "INBOX", direction, Instant.parse("2024-03-01T10:00:00Z")),
        new LetterReader().read(mail.getBytes(StandardCharsets.UTF_8)),
        new Screening.Outcome.Personal());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(desk.at(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private void signIn() throws Exception {
    Matcher token = CSRF.matcher(get("/login").body());
    assertThat(token.find()).isTrue();
    String body =
        "_csrf=%s&name=rita&password=%s"
            .formatted(token.group(1), TestDesk.PASSWORD.replace(' ', '+'));
    browser.send(
        HttpRequest.newBuilder(desk.at("/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String main(HttpResponse<String> page) {
    String body = page.body();
    return body.substring(body.indexOf("<main"), body.indexOf("</main>"));
  }

  @Test
  void nobodyReadsThemWithoutSigningIn() throws Exception {
    assertThat(get("/past/letters?q=wobblegate").body()).doesNotContain("ann@example.com");
    assertThat(get("/past/letters/" + kept.getFirst().id()).body()).doesNotContain("wobblegate");
  }

  @Test
  void theSearchCountsThemAndLeadsToThem() throws Exception {
    signIn();

    assertThat(get("/letters?q=wobblegate").body())
        .contains("/past/letters?q=wobblegate", "of the office’s past");
    assertThat(get("/letters").body()).doesNotContain("of the office’s past");
    assertThat(main(get("/past/letters?q=wobblegate")))
        .contains("past, received", "past, sent", "ann@example.com", "Snorkelfax &lt;b&gt;");
    assertThat(main(get("/past/letters?q=nothinglikethat"))).contains("No letter of the past");
  }

  @Test
  void aLetterIsShownWithItsAnswerAndNothingCanBeDone() throws Exception {
    signIn();
    String page = main(get("/past/letters/" + kept.getFirst().id()));

    assertThat(page)
        .contains("RECEIVED wobblegate", "/past/letters/" + kept.getLast().id())
        .doesNotContain("<form", "<button");
    assertThat(get("/past/letters/999999").statusCode()).isEqualTo(404);
  }
}
