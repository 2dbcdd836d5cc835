package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.catalog.TopicId;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.State;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API on the running server.
class ApiTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static TestDesk desk;
  private static String approver;
  private static String reader;

  @BeforeAll
  static void start() {
    desk = TestDesk.start(Duration.ofMinutes(1));
    desk.member("ann", Role.APPROVER);
    desk.member("bob", Role.READER);
    approver = desk.staff.newToken("ann").orElseThrow().text();
    reader = desk.staff.newToken("bob").orElseThrow().text();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private record Answer(int status, String type, JsonNode body) {}

  private static Answer get(String path, String token) throws Exception {
    return send(HttpRequest.newBuilder(desk.at(path)).GET(), token);
  }

  private static Answer post(String path, String body, String token) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(desk.at(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return send(request, token);
  }

  private static Answer send(HttpRequest.Builder request, String token) throws Exception {
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> response =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    String type = response.headers().firstValue("Content-Type").orElse("");
    return new Answer(response.statusCode(), type, JSON.readTree(response.body()));
  }

  @Test
  void aCampaignIsApprovedByItselfAndALetterWithOwnWordsIsNotPartOfIt() throws Exception {
    String text =
        "Dear Ms Roe, I ask you to speak up about Calais before the winter. The camps at the"
            + " Channel Tunnel stand in water, the lorry drivers are afraid, and border security"
            + " is a word that nobody there believes in. Please tell the minister that Calais"
            + " cannot wait.";
    long first = desk.receive("Uma One <u1@example.net>", "Calais cannot wait", text);
    long second = desk.receive("Uma Two <u2@example.net>", "Calais cannot wait", text);
    long own =
        desk.receive(
            "Uma Three <u3@example.net>",
            "Calais",
            text
                + " My brother drives a"
                + " lorry on that route every week of the year. In March somebody cut the canvas of his"
                + " trailer at night while he slept in the cab, and the police kept him for nine hours and"
                + " fined him for what others had done. He has lost his job over it and has two children"
                + " to feed. I would like to come and see you with him on one of your Fridays, with all of"
                + " the papers that he has.");

    JsonNode group = groupOf(first);
    assertThat(group.path("waiting").asLong()).isEqualTo(2);
    String path = "/api/v1/groups/" + group.path("id").asString() + "/approve";
    assertThat(desk.item(own).reason()).contains(DraftReason.OWN_WORDS);
    assertThat(post(path, members(first, own), approver).status()).isEqualTo(400);
    Answer approved = post(path, members(first, second), approver);

    assertThat(approved.body().path("approved").asLong()).isEqualTo(2);
    assertThat(desk.item(second).state()).isEqualTo(State.APPROVED);
    assertThat(desk.item(own).state()).isEqualTo(State.NEEDS_PERSON);
  }

  private static JsonNode groupOf(long campaign) throws Exception {
    for (JsonNode group : get("/api/v1/groups", approver).body()) {
      if (group.path("campaign").asLong() == campaign) {
        return group;
      }
    }
    throw new AssertionError("no group of the campaign " + campaign);
  }

  private static String members(long... letters) {
    return java.util.Arrays.stream(letters)
        .mapToObj(l -> "{\"id\":%d,\"version\":%d}".formatted(l, desk.item(l).version()))
        .collect(Collectors.joining(",", "{\"messages\":[", "]}"));
  }

  @Test
  void topicsAreFoundByTheirWords() throws Exception {
    JsonNode found = get("/api/v1/topics?q=timetab", approver).body();

    assertThat(found).isNotEmpty();
    assertThat(found.get(0).path("id").asString()).isEqualTo("local-buses");
    assertThat(get("/api/v1/topics?q=zebra", approver).body()).isEmpty();
  }

  @Test
  void otherTopicsAreTriedOverAllLettersAndChangeNothing() throws Exception {
    long letter =
        desk.receive(
            "Ida Backtest <ida@example.net>",
            "Allotments",
            "The allotments at Quarry Lane: will the allotment holders keep their allotments?");
    String request =
        "{\"topics\":{\"allotments\":\"title: Allotments\\nkeywords:\\n  - allotment: 5\\n\"}}";

    assertThat(get("/api/v1/messages?q=allotment", approver).body().path("messages")).hasSize(1);
    JsonNode outcome = post("/api/v1/topics/backtest", request, approver).body();

    assertThat(outcome.path("gained").asLong()).isEqualTo(1);
    assertThat(outcome.path("changes").get(0).path("id").asLong()).isEqualTo(letter);
    assertThat(outcome.path("changes").get(0).path("after").asString()).isEqualTo("allotments");
    assertThat(outcome.path("changes").get(0).path("judged").asString()).isEqualTo("undecided");
    assertThat(desk.item(letter).state()).isEqualTo(State.NEEDS_PERSON);
    desk.learning.decided(letter, java.util.Optional.empty());
    JsonNode judged = post("/api/v1/topics/backtest", request, approver).body();
    assertThat(judged.path("worse").asLong()).isEqualTo(1);
    Answer wrong = post("/api/v1/topics/backtest", "{\"topics\":{\"x\":\"titel: y\"}}", approver);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body().path("detail").asString()).contains("x.yaml:1").contains("title");
  }

  @Test
  void whatWasLearnedIsSeenAndTakenBack() throws Exception {
    String path = "/api/v1/topics/lesson";
    assertThat(get(path, approver).status()).isEqualTo(204);
    for (int i = 0; i < 20; i++) {
      long letter = desk.calais("Lesson Writer <w" + i + "@lesson.example>");
      desk.learning.decided(letter, java.util.Optional.of(new TopicId("calais")));
    }
    int letters = desk.learning.learn().orElseThrow().examples();

    assertThat(letters).isGreaterThanOrEqualTo(20);
    assertThat(get(path, approver).body().path("letters").asInt()).isEqualTo(letters);
    HttpRequest.Builder undo = HttpRequest.newBuilder(desk.at(path)).DELETE();
    assertThat(send(undo.copy(), reader).status()).isEqualTo(403);
    assertThat(send(undo, approver).status()).isEqualTo(204);
    assertThat(get(path, approver).status()).isEqualTo(204);
  }

  @Test
  void withoutATokenThereIsNothingToSee() throws Exception {
    for (String token : List.of("", "wrong", "Bearer", approver + "x")) {
      Answer answer = get("/api/v1/messages", token);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.type()).startsWith("application/problem+json");
      assertThat(answer.body().get("detail").asString()).contains("bin/postbag user token");
    }
  }

  @Test
  void aReaderReadsAndDecidesNothing() throws Exception {
    long letter = desk.calais("Ann Reader <reader@example.net>");
    assertThat(get("/api/v1/messages/" + letter, reader).status()).isEqualTo(200);
    for (String action :
        List.of("approve", "reject", "edit", "assign-topic", "no-topic", "undo", "reopen")) {
      String path = "/api/v1/messages/" + letter + "/" + action;
      assertThat(post(path, "{\"version\":1}", reader).status()).as(action).isEqualTo(403);
    }
    assertThat(post("/api/v1/groups/calais/approve", "{}", reader).status()).isEqualTo(403);
    assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
  }

  @Test
  void aLetterIsShownWithItsDraftAndTheReasons() throws Exception {
    long letter = desk.calais("Ann Lee <lee@example.net>");
    JsonNode body = get("/api/v1/messages/" + letter, approver).body();
    assertThat(body.get("state").asString()).isEqualTo("waiting");
    assertThat(body.get("topic").asString()).isEqualTo("calais");
    assertThat(body.get("from").asString()).isEqualTo("lee@example.net");
    assertThat(body.get("visibleText").asString()).contains("Channel Tunnel");
    assertThat(body.get("reply").get("to").asString()).isEqualTo("lee@example.net");
    assertThat(body.get("reply").get("text").asString()).startsWith("Dear Ann Lee,");
    JsonNode evidence = body.get("evidence").get(0);
    assertThat(evidence.get("where").asString()).isIn("subject", "visibleText");
    assertThat(evidence.get("end").asInt()).isGreaterThan(evidence.get("start").asInt());
    assertThat(body.get("history").get(0).get("to").asString()).isEqualTo("waiting");
  }

  @Test
  void anApprovalIsHeldForTheUndoWindowAndCanBeTakenBack() throws Exception {
    long letter = desk.calais("Una Doe <una@example.net>");
    String path = "/api/v1/messages/" + letter;
    Answer approved = post(path + "/approve", "{\"version\":1}", approver);
    assertThat(approved.status()).isEqualTo(200);
    assertThat(approved.body().get("state").asString()).isEqualTo("approved");
    JsonNode body = get(path, approver).body();
    assertThat(body.get("approvedBy").asString()).isEqualTo("ann");
    assertThat(body.get("leavesAt").asString()).endsWith("Z");
    assertThat(post(path + "/undo", "{}", approver).status()).isEqualTo(200);
    assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
  }

  @Test
  void aDecisionOnAnOlderVersionChangesNothingAndSaysWhoWasFaster() throws Exception {
    long letter = desk.calais("Stale Page <stale@example.net>");
    String path = "/api/v1/messages/" + letter;
    String edit =
        "{\"version\":1,\"subject\":\"Re: Calais\",\"text\":\"Dear Stale,\\n\\nThanks.\"}";
    assertThat(post(path + "/edit", edit, approver).body().get("version").asInt()).isEqualTo(2);
    Answer stale = post(path + "/approve", "{\"version\":1}", approver);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.body().get("by").asString()).isEqualTo("ann");
    assertThat(stale.body().get("version").asInt()).isEqualTo(2);
    assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
  }

  @Test
  void ofManyWhoApproveAtOnceExactlyOneWins() throws Exception {
    long letter = desk.calais("Race Doe <race@example.net>");
    String path = "/api/v1/messages/" + letter + "/approve";
    List<Callable<Integer>> tries = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      tries.add(() -> post(path, "{\"version\":1}", approver).status());
    }
    List<Integer> statuses = new ArrayList<>();
    try (var pool = Executors.newFixedThreadPool(16)) {
      for (Future<Integer> outcome : pool.invokeAll(tries)) {
        statuses.add(outcome.get());
      }
    }
    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(49);
  }

  @Test
  void aReplyWithAGapIsRefusedWithTheReason() throws Exception {
    long letter = desk.calais("Gap Doe <gap@example.net>");
    String path = "/api/v1/messages/" + letter;
    String edit = "{\"version\":1,\"subject\":\"Re\",\"text\":\"Dear [insert name here]\"}";
    post(path + "/edit", edit, approver);
    Answer refused = post(path + "/approve", "{\"version\":2}", approver);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().get("reasons").get(0).asString()).contains("brackets");
  }

  @Test
  void anotherTopicBringsItsOwnReply() throws Exception {
    long letter = desk.calais("Topic Doe <topic@example.net>");
    String path = "/api/v1/messages/" + letter + "/assign-topic";
    Answer done = post(path, "{\"version\":1,\"topic\":\"local-buses\"}", approver);
    assertThat(done.body().get("state").asString()).isEqualTo("waiting");
    assertThat(desk.item(letter).reply().orElseThrow().replyName()).contains("local-buses");
    assertThat(post(path, "{\"version\":2,\"topic\":\"nonsense\"}", approver).status())
        .isEqualTo(400);
  }

  @Test
  void aPersonMaySayThatNoTopicFits() throws Exception {
    long letter = desk.calais("None Doe <none@example.net>");
    String path = "/api/v1/messages/" + letter;
    Answer done = post(path + "/no-topic", "{\"version\":1}", approver);
    assertThat(done.body().get("state").asString()).isEqualTo("needsPerson");
    assertThat(get(path, approver).body().get("topic").isNull()).isTrue();
    assertThat(get(path, approver).body().get("reason").asString()).isEqualTo("no-topic");
  }

  @Test
  void aClosedLetterCanBeReopened() throws Exception {
    long letter = desk.calais("Close Doe <close@example.net>");
    String path = "/api/v1/messages/" + letter;
    assertThat(post(path + "/reject", "{\"version\":1}", approver).body().get("state").asString())
        .isEqualTo("closed");
    assertThat(post(path + "/reopen", "{}", approver).body().get("state").asString())
        .isEqualTo("needsPerson");
  }

  @Test
  void whatCannotBeUnderstoodIsAProblemAnswer() throws Exception {
    long letter = desk.calais("Odd Doe <odd@example.net>");
    String path = "/api/v1/messages/" + letter + "/approve";
    for (String body : List.of("{}", "{", "[]", "{\"version\":\"x\"}", "")) {
      Answer answer = post(path, body, approver);
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.type()).startsWith("application/problem+json");
    }
    for (String query : List.of("state=odd", "cursor=odd", "limit=0", "limit=501", "topic=/")) {
      assertThat(get("/api/v1/messages?" + query, approver).status()).as(query).isEqualTo(400);
    }
    assertThat(get("/api/v1/messages/999999", approver).status()).isEqualTo(404);
    assertThat(post("/api/v1/messages/999999/undo", "{}", approver).status()).isEqualTo(404);
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepeat() throws Exception {
    for (int i = 0; i < 7; i++) {
      desk.receive(
          "P" + i + " <page" + i + "@example.net>", "Zebra crossing " + i, "Nothing else.");
    }
    List<Long> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get("/api/v1/messages?q=zebra&limit=3&cursor=" + cursor, approver).body();
      page.get("messages").forEach(message -> seen.add(message.get("id").asLong()));
      cursor = page.get("next").isNull() ? "" : page.get("next").asString();
    } while (!cursor.isEmpty());
    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    assertThat(seen).isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  private static String list(long one, int version, long other, int otherVersion) {
    return "{\"messages\":[{\"id\":%d,\"version\":%d},{\"id\":%d,\"version\":%d}]}"
        .formatted(one, version, other, otherVersion);
  }

  @Test
  void aGroupIsApprovedAsAFrozenList() throws Exception {
    long one = desk.calais("Group One <g1@example.net>");
    long two = desk.calais("Group Two <g2@example.net>");
    long late = desk.calais("Group Late <g3@example.net>");
    Answer answer = post("/api/v1/groups/calais/approve", list(one, 1, two, 9), approver);
    assertThat(answer.body().get("approved").asInt()).isEqualTo(1);
    assertThat(answer.body().get("messages").get(1).get("outcome").asString()).isEqualTo("changed");
    assertThat(desk.item(one).state()).isEqualTo(State.APPROVED);
    assertThat(desk.item(two).state()).isEqualTo(State.WAITING);
    assertThat(desk.item(late).state()).isEqualTo(State.WAITING);
  }

  @Test
  void aLetterThatNeedsAPersonIsNeverApprovedInAGroup() throws Exception {
    long plain = desk.calais("Plain Doe <plain@example.net>");
    long help =
        desk.receive(
            "Help Doe <help@example.net>",
            "Calais",
            "Calais is shocking, and the Channel Tunnel too, and border security. But my landlord"
                + " has given me a section 21 notice and we are about to be made homeless.");
    assertThat(desk.item(help).reason()).isNotEmpty();
    Answer answer = post("/api/v1/groups/calais/approve", list(plain, 1, help, 1), approver);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(desk.item(plain).state()).isEqualTo(State.WAITING);
    assertThat(desk.item(help).state()).isEqualTo(State.NEEDS_PERSON);
  }

  @Test
  void theLedgerAddsUpUnderTheNamesOfTheContract() throws Exception {
    desk.calais("Ledger Doe <ledger@example.net>");
    JsonNode account = get("/api/v1/ledger", reader).body();
    assertThat(List.copyOf(account.propertyNames()))
        .containsExactly(
            "received",
            "waiting",
            "needsPerson",
            "approved",
            "sending",
            "sent",
            "unclear",
            "failed",
            "setAside",
            "closed");
    long sum =
        account
            .propertyStream()
            .filter(entry -> !entry.getKey().equals("received"))
            .mapToLong(entry -> entry.getValue().asLong())
            .sum();
    assertThat(account.get("received").asLong()).isEqualTo(sum).isPositive();
  }

  @Test
  void theDescriptionNamesEveryPathAndNoOther() throws Exception {
    JsonNode description = get("/api/v1/openapi.json", "").body();
    Set<String> described = new TreeSet<>();
    description
        .get("paths")
        .propertyStream()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(method -> described.add(method + " " + path.getKey())));
    Set<String> served =
        desk
            .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet()
            .stream()
            .flatMap(info ->
                info.getPatternValues().stream()
                    .filter(path -> path.startsWith("/api/"))
                    .flatMap(path ->
                        info.getMethodsCondition().getMethods().stream()
                            .map(m -> m.name().toLowerCase(java.util.Locale.ROOT) + " " + path)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(described).isEqualTo(served);
  }

  @Test
  void aRevokedTokenOpensNothing() throws Exception {
    desk.member("eve", Role.APPROVER);
    String token = desk.staff.newToken("eve").orElseThrow().text();
    assertThat(get("/api/v1/topics", token).status()).isEqualTo(200);
    desk.staff.revokeTokens("eve");
    assertThat(get("/api/v1/topics", token).status()).isEqualTo(401);
  }

  @Test
  void theTerminalBesideTheDaemonComesInByAFileOfItsUserAlone(@TempDir Path data) throws Exception {
    TerminalAccess access = TerminalAccess.to(desk.at("/"));
    access.write(data);
    desk.bean(TerminalKey.class).accept(access);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("desk.token"))))
        .isEqualTo("rw-------");
    TerminalAccess read = TerminalAccess.read(data).orElseThrow();
    assertThat(get("/api/v1/topics", read.token().text()).status()).isEqualTo(200);
    TerminalAccess.remove(data);
    assertThat(TerminalAccess.read(data)).isEmpty();
  }

  @Test
  void theDeskKnowsNoTokens() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(desk.at("/letters"))
            .header("Authorization", "Bearer " + approver)
            .build();
    HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location").orElse("")).contains("/login");
  }
}
