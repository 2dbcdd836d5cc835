package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.TopicId;
import org.postbag.past.proposal.KeptProposal;
import org.postbag.past.proposal.Proposals;
import org.postbag.past.standard.KeptPost;
import org.postbag.past.standard.OfficePost;

/// "Set up from your own post", as a tuner works with it.
class ProposalsDeskTest {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final String PAGE = "/topics/past";
  private static TestDesk desk;
  private static Proposals proposals;

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @BeforeAll
  static void start() throws Exception {
    desk = TestDesk.start(Duration.ofMinutes(1));
    desk.member("ann", Role.APPROVER);
    desk.member("tess", Role.TUNER);
    KeptPost.keep(new OfficePost(7).of(30, 10), desk.database);
    proposals = new Proposals(desk.database, InstantSource.system());
    ProposalsDeskTest tess = new ProposalsDeskTest();
    tess.signIn("tess");
    assertThat(tess.get(PAGE).body()).contains("Look for topics", ">130</span> letters came");
    tess.post(PAGE + "/search", PAGE, Map.of());
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> tess.get(PAGE).body().contains("The ferry to Marsh Island"));
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

  private static KeptProposal about(String word) {
    return proposals.all().stream()
        .filter(one -> one.proposed().reply().letter().contains(word))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingIsInForceBeforeItIsTakenAndThenItIs() throws Exception {
    signIn("tess");
    KeptProposal ferry = about("boat");
    TopicId id = new TopicId(ferry.proposed().name());
    assertThat(desk.catalog().topic(id)).isEmpty();

    HttpResponse<String> taken =
        post(PAGE + "/" + ferry.id() + "/take", PAGE, Map.of("option", "0"));

    assertThat(taken.statusCode()).isEqualTo(302);
    assertThat(desk.catalog().topic(id)).isPresent();
    assertThat(desk.catalog().reply(id.value()).orElseThrow().markdown())
        .contains("passenger charter")
        .endsWith("{{signature}}");
    assertThat(proposals.find(ferry.id()).orElseThrow().state())
        .isEqualTo(KeptProposal.State.TAKEN);
  }

  @Test
  void aProposalIsChangedOnThePageOfANewTopic() throws Exception {
    signIn("tess");
    KeptProposal library = about("reading rooms");
    String form = "/topics/new?proposal=" + library.id();
    assertThat(get(form).body()).contains("Closing of the village library", "reading rooms");

    HttpResponse<String> made =
        post(
            "/topics/new",
            form,
            Map.of(
                "proposal", Long.toString(library.id()),
                "title", "Village libraries",
                "reply", "+",
                "keyword", "library",
                "letter", "{{salutation}},\n\nThank you.\n\n{{signature}}"));

    assertThat(made.statusCode()).isEqualTo(302);
    assertThat(proposals.find(library.id()).orElseThrow().topic()).contains("village-libraries");
  }

  @Test
  void aProposalIsLeftAndProposedAgain() throws Exception {
    signIn("tess");
    KeptProposal ice = about("pavements");
    post(PAGE + "/" + ice.id() + "/leave", PAGE, Map.of());
    assertThat(get(PAGE).body()).contains("Propose again");
    post(PAGE + "/" + ice.id() + "/reopen", PAGE, Map.of());
    assertThat(proposals.find(ice.id()).orElseThrow().isOpen()).isTrue();
  }

  @Test
  void anApproverSeesTheProposalsAndDecidesNothing() throws Exception {
    signIn("ann");
    assertThat(get(PAGE).body()).contains("Set up from your own post").doesNotContain(">Take<");
    long id = about("breeder").id();
    assertThat(post(PAGE + "/" + id + "/leave", "/account", Map.of()).statusCode()).isEqualTo(403);
    assertThat(proposals.find(id).orElseThrow().isOpen()).isTrue();
  }
}
