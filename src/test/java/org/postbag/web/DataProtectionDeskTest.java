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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The page on data protection, as an administrator works with it.
class DataProtectionDeskTest {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final String PAGE = "/data-protection";
  private static TestDesk desk;

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @BeforeAll
  static void start() {
    desk = TestDesk.start(Duration.ofMinutes(1));
    desk.member("ann", Role.APPROVER);
    desk.member("eve", Role.ADMIN);
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(desk.at(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form, Map<String, String> fields)
      throws Exception {
    Matcher token = CSRF.matcher(get(form).body());
    assertThat(token.find()).isTrue();
    String body =
        "_csrf="
            + token.group(1)
            + fields.entrySet().stream()
                .map(field -> "&" + field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining());
    return browser.send(
        HttpRequest.newBuilder(desk.at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void signIn(String name) throws Exception {
    post("/login", "/login", Map.of("name", name, "password", TestDesk.PASSWORD));
  }

  @Test
  void anApproverMayNotSeeIt() throws Exception {
    signIn("ann");
    assertThat(get(PAGE).statusCode()).isEqualTo(403);
  }

  @Test
  void itSaysWhatIsKeptAndAPersonIsErasedOnlyAfterTheyWereCounted() throws Exception {
    signIn("eve");
    long letter = desk.calais("gone@example.org");
    assertThat(get(PAGE).body())
        .contains("Letters, as the mailbox gave them", "letter_raw", "closed 30 days");

    HttpResponse<String> counted =
        post(PAGE + "/erase", PAGE, Map.of("address", "gone@example.org"));
    assertThat(counted.body()).contains("1 letter would be erased", "Erase now, for good");
    assertThat(desk.queue.find(letter)).isPresent();

    HttpResponse<String> erased =
        post(PAGE + "/erase", PAGE, Map.of("address", "gone@example.org", "sure", "yes"));
    assertThat(erased.body()).contains("1 letter erased");
    assertThat(desk.queue.find(letter)).isEmpty();
  }

  @Test
  void aHoldIsBegunShownAndEnded() throws Exception {
    signIn("eve");
    desk.calais("held@example.org");
    post(PAGE + "/holds/begin", PAGE, Map.of("what", "held@example.org", "why", "case <12>"));
    assertThat(get(PAGE).body()).contains("held@example.org", "case &lt;12&gt;");
    assertThat(post(PAGE + "/erase", PAGE, Map.of("address", "held@example.org")).body())
        .contains("a legal hold covers it");
    post(PAGE + "/holds/end", PAGE, Map.of("scope", "person:held@example.org"));
    assertThat(get(PAGE).body()).doesNotContain("case &lt;12&gt;");
  }

  @Test
  void anExportIsSavedAsAFile() throws Exception {
    signIn("eve");
    desk.calais("wanted@example.org");
    HttpResponse<String> zip =
        post(PAGE + "/export", PAGE, Map.of("address", "wanted@example.org"));
    assertThat(zip.statusCode()).isEqualTo(200);
    assertThat(zip.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
    assertThat(zip.body()).startsWith("PK");
  }

  @Test
  void aBackupIsMadeFromThePage() throws Exception {
    signIn("eve");
    assertThat(post(PAGE + "/backup", PAGE, Map.of()).statusCode()).isEqualTo(302);
    assertThat(get(PAGE).body()).contains("postbag-20");
  }
}
