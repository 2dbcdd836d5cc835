package org.postbag.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.email.NamedAddress;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.reply.Warning;
import org.postbag.review.Decision;
import org.postbag.review.Decisions;
import org.postbag.review.DraftVersion;
import org.postbag.review.Filter;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;

/// The demo as it is typed: its mail server, the daemon, the desk, all sample letters.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIT {
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
  private static final List<SampleLetter> LETTERS = SampleMailbox.written();

  private final DemoFolder folder;
  private final Demo demo;
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  DemoIT() throws IOException {
    folder = DemoFolder.passing(Path.of("config"));
    demo = Demo.start(folder, 0, InstantSource.system());
  }

  @BeforeAll
  void letAllArrive() {
    demo.letArrive(LETTERS, Duration.ofSeconds(1));
    await()
        .atMost(LONG_ENOUGH)
        .until(() ->
            demo.door(Ledger.class).account().received() == LETTERS.size()
                && demo.door(Ledger.class).account().unprocessed() == 0);
  }

  @AfterAll
  void close() {
    demo.close();
    folder.close();
  }

  @Test
  void everyLetterEndsWhereItShould() {
    Map<String, QueueItem> queue = queue();
    SoftAssertions all = new SoftAssertions();
    Expected.all()
        .forEach((name, expected) -> {
          QueueItem item = queue.get(key(name));
          all.assertThat(item).as(name).isNotNull();
          if (item != null) {
            String topic = item.topic().map(Object::toString).orElse("");
            all.assertThat(expected.allows(stateBeforeApproval(item), topic))
                .as("%s: %s %s %s", name, item.state(), topic, item.reason())
                .isTrue();
          }
        });
    all.assertAll();
  }

  @Test
  void anApprovedReplyIsShownOnThePageOfSentMail() throws Exception {
    QueueItem item = item("calais/01-retired-magistrate.eml");
    assertThat(item.state()).isEqualTo(State.WAITING);
    Decision decision =
        demo.door(Decisions.class)
            .approve(
                new DraftVersion(item.letter(), item.version()),
                item.warnings().stream().map(Warning::word).collect(Collectors.toSet()),
                Instant.MIN,
                new Actor("demo"));
    assertThat(decision).isInstanceOf(Decision.Done.class);

    signIn();
    await()
        .atMost(LONG_ENOUGH)
        .untilAsserted(() ->
            assertThat(get("/demo/sent")).contains("dorothy.pemberton@example.org", "Re: Calais"));
    assertThat(get("/demo/sent/1"))
        .contains("£19 million", "€10 million", "tunnel’s railhead", "Margaret Thorne")
        .doesNotContain("\uFFFD");
  }

  /// Opens the link and presses its button, as a browser does.
  private void signIn() throws Exception {
    URI link = demo.signInLink();
    String page = get(link);
    String csrf = page.replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    String fields = link.getQuery() + "&_csrf=" + csrf;
    HttpRequest request =
        HttpRequest.newBuilder(link.resolve("/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields))
            .build();
    assertThat(browser.send(request, bodies()).statusCode()).isEqualTo(200);
  }

  @Test
  void theDeskShowsTheLettersByTopic() throws Exception {
    signIn();
    assertThat(get("/letters")).contains("Calais and border security", "Local buses");
  }

  @Test
  void thePageOfSentMailIsForThoseWhoAreSignedIn() throws Exception {
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request("/demo/sent"), bodies());
    assertThat(answer.statusCode()).isIn(302, 303, 401);
  }

  @Test
  void aTopicThatIsSavedIsInForce() throws Exception {
    Files.writeString(
        demo.config().resolve("topics/anniversaries.yaml"),
        "title: Anniversaries\nkeywords:\n  - \"golden wedding\": 9\n  - \"fifty years\": 9\n");
    await()
        .atMost(LONG_ENOUGH)
        .untilAsserted(() ->
            assertThat(item("no-standard-reply/01-golden-wedding.eml").topic())
                .hasToString("Optional[anniversaries]"));
  }

  /// Other tests approve letters.
  private static String stateBeforeApproval(QueueItem item) {
    return switch (item.state()) {
      case APPROVED, SENDING, SENT -> State.WAITING.label();
      default -> item.state().label();
    };
  }

  private QueueItem item(String name) {
    QueueItem item = queue().get(key(name));
    if (item == null) {
      throw new AssertionError(name + " is not in the queue");
    }
    return item;
  }

  private Map<String, QueueItem> queue() {
    ReviewQueue queue = demo.door(ReviewQueue.class);
    return Arrays.stream(State.values())
        .flatMap(state -> queue.page(Filter.in(state, Filter.MOST)).stream())
        .collect(Collectors.toMap(i -> key(i.from().map(DemoIT::address), i.subject()), i -> i));
  }

  private static String key(String name) {
    SampleLetter sample =
        LETTERS.stream().filter(letter -> letter.name().equals(name)).findFirst().orElseThrow();
    Letter letter = new LetterReader().read(sample.bytes());
    return key(letter.from().map(DemoIT::address), letter.subject());
  }

  private static String key(java.util.Optional<String> from, String subject) {
    return from.orElse("") + " " + subject;
  }

  private static String address(NamedAddress from) {
    return from.address().toString();
  }

  private String get(String path) throws Exception {
    return get(demo.address().resolve(path));
  }

  private String get(URI address) throws Exception {
    HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(address).build(), bodies());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(demo.address().resolve(path)).build();
  }

  private static HttpResponse.BodyHandler<String> bodies() {
    return HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
  }
}
