package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postbag.ledger.State;
import org.postbag.matching.CampaignKeeper;

/// What the first page and the lists say, and what staff say of a campaign at the desk.
class MorningTest {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String CAMPAIGN =
      "Dear Ms Roe, the crossing at Calais is in the news again and we ask you to act. The Channel"
          + " Tunnel needs guards, the lorry drivers need safe places to stop, and border security"
          + " needs more than speeches. Will you ask a question in the House about Calais this"
          + " month?";

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private TestDesk desk;

  @BeforeEach
  void start() throws Exception {
    desk = TestDesk.start(Duration.ofMinutes(1));
    desk.member("ann", Role.APPROVER);
    signIn("ann");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private void signIn(String name) throws Exception {
    post("/login", "/login", Map.of("name", name, "password", TestDesk.PASSWORD));
  }

  private String get(String path) throws Exception {
    HttpResponse<String> answer =
        browser.send(
            HttpRequest.newBuilder(desk.at(path)).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> post(String page, String path, Map<String, String> fields)
      throws Exception {
    Matcher token = CSRF.matcher(get(page));
    assertThat(token.find()).isTrue();
    String form =
        fields.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return browser.send(
        HttpRequest.newBuilder(desk.at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + token.group(1)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private long campaign() {
    desk.receive("Cam One <c1@example.net>", "A question about Calais", CAMPAIGN);
    desk.receive("Cam Two <c2@example.net>", "A question about Calais", CAMPAIGN);
    return desk.receive("Cam Three <c3@example.net>", "A question about Calais", CAMPAIGN);
  }

  @Test
  void whoMayNeedHelpStandsFirstWithTheirWordsAndIsWhatComesNext() throws Exception {
    assertThat(get("/")).contains("Nothing waits for you.");
    desk.calais("Joan Firth <joan@example.net>");
    long urgent =
        desk.receive(
            "Grace Mutasa <grace@example.net>",
            "Please",
            "Dear Ms Roe, I cannot go on. I want to kill myself and I do not know whom to ask.");
    assertThat(desk.item(urgent).state()).isEqualTo(State.NEEDS_PERSON);

    String page = get("/");
    assertThat(page).contains("Read the one that may need help", "<mark class=\"help\">");
    assertThat(page.indexOf("Grace Mutasa")).isLessThan(page.indexOf("Joan Firth"));
    assertThat(get("/letters?view=help")).contains("Grace Mutasa").doesNotContain("Joan Firth");
  }

  @Test
  void aGroupIsOneRowAndItsLettersAreNotAmongTheSingleOnes() throws Exception {
    campaign();
    desk.calais("Joan Firth <joan@example.net>");

    String page = get("/");
    assertThat(page).contains("Decide on 3 alike: A question about Calais", "none differs");
    assertThat(page).contains("Joan Firth").doesNotContain("Cam Two");
  }

  @Test
  void staffNameACampaignAndTakeALetterOutOfItAtTheDesk() throws Exception {
    long third = campaign();
    long number = desk.item(third).campaign().orElseThrow();
    String page = "/groups/calais?campaign=" + number;

    post(page, "/campaigns/" + number + "/name", Map.of("name", "Lorries at Calais"));
    assertThat(get("/")).contains("Lorries at Calais");
    post(page, "/campaigns/" + number + "/pin", Map.of("choice", "calais"));
    post(page, "/campaigns/" + number + "/close", Map.of("closed", "true"));
    CampaignKeeper campaigns = desk.bean(CampaignKeeper.class);
    assertThat(campaigns.find(number).orElseThrow().topic()).isPresent();
    assertThat(campaigns.find(number).orElseThrow().closed()).isTrue();
    assertThat(get(page)).contains("It is not over");

    post(page, "/campaigns/" + number + "/split", Map.of("out", String.valueOf(third)));
    Awaitility.await()
        .until(() -> !desk.item(third).campaign().equals(java.util.Optional.of(number)));
    assertThat(get(page)).contains("Cam One").doesNotContain("Cam Three");
  }

  @Test
  void aListThatSomebodyNarrowedAndKeptIsTheirsWithItsCount() throws Exception {
    desk.calais("Joan Firth <joan@example.net>");
    desk.calais("Norman Post <norman@example.net>");
    String narrowed = "/letters?view=waiting&from=joan@example.net";
    assertThat(get(narrowed)).contains("Joan Firth").doesNotContain("Norman Post");

    Map<String, String> kept =
        Map.of("view", "waiting", "from", "joan@example.net", "name", "From Joan");
    assertThat(post(narrowed, "/views", kept).statusCode()).isEqualTo(302);
    assertThat(get("/").replaceAll("\\s+", " "))
        .contains("<span>From Joan</span> <span class=\"count\">1</span>");

    desk.member("ben", Role.APPROVER);
    signIn("ben");
    assertThat(get("/")).doesNotContain("From Joan");
    signIn("ann");
    post(narrowed, "/views/remove", kept);
    assertThat(get("/")).doesNotContain("From Joan");
  }

  @Test
  void aLetterThatIsFoundShowsTheWordsThatWereLookedFor() throws Exception {
    desk.receive(
        "Lee <lee@example.net>", "A question", "x ".repeat(200) + "Where are all the hedgehogs?");

    assertThat(get("/letters?q=hedgehog")).contains("<mark class=\"for\">hedgehogs</mark>");
  }
}
