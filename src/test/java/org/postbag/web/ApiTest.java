package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.postbag.ledger.State;
import tools.jackson.databind.JsonNode;

/// The API on the running server: one letter and its decisions, pages, the ledger.
class ApiTest extends OnApi {
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

  @Test
  void theLedgerAddsUpUnderTheNamesOfTheContract() throws Exception {
    desk.calais("Ledger Doe <ledger@example.net>");
    JsonNode account = get("/api/v1/ledger", reader).body();
    assertThat(List.copyOf(account.propertyNames()))
        .containsExactly(
            "received",
            "waiting",
            "needsPerson",
            "snoozed",
            "practised",
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
}
