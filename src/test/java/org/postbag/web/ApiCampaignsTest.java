package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.TopicId;
import tools.jackson.databind.JsonNode;

/// Campaigns through the API: what they say, and what staff say of them.
class ApiCampaignsTest extends OnApi {
  private static final String TEXT =
      "Dear Ms Roe,\n\nThe otters of the upper Don are back after sixty years. A weir at Balby keeps"
          + " them from the sea. Please ask the agency to cut a pass into it before the spring. It"
          + " would cost less than one mile of road, and the whole valley would be glad of it.";

  private long receive(String who) {
    return desk.receive(who + " <" + who + "@example.net>", "Otters", TEXT);
  }

  private JsonNode say(long campaign, String what, String body) throws Exception {
    return post("/api/v1/campaigns/" + campaign + "/" + what, body, approver).body();
  }

  @Test
  void staffNamePinCloseSplitAndMerge() throws Exception {
    long first = receive("o1");
    receive("o2");
    long third = receive("o3");
    long fourth = receive("o4");

    JsonNode shown = get("/api/v1/campaigns/" + first, approver).body();
    assertThat(shown.path("letters").asInt()).isEqualTo(4);
    assertThat(shown.path("sentences").toString()).contains("A weir at Balby");
    assertThat(shown.path("perDay").get(0).asInt()).isPositive();

    assertThat(say(first, "name", "{\"name\":\"Otter pass\"}").path("name").asString(""))
        .isEqualTo("Otter pass");
    assertThat(say(first, "pin", "{\"topic\":\"calais\"}").path("topic").asString(""))
        .isEqualTo("calais");
    await()
        .untilAsserted(() -> assertThat(desk.item(third).topic()).contains(new TopicId("calais")));
    assertThat(say(first, "close", "{}").path("closed").asBoolean()).isTrue();

    long made =
        say(first, "split", "{\"letters\":[" + third + "," + fourth + "]}").path("made").asLong();
    assertThat(made).isEqualTo(third);
    assertThat(desk.item(fourth).campaign()).contains(third);

    say(first, "merge", "{\"campaign\":" + made + "}");
    assertThat(desk.item(fourth).campaign()).contains(first);
    assertThat(get("/api/v1/campaigns/" + made, approver).body().path("id").asLong())
        .isEqualTo(first);
  }

  @Test
  void theTopicOfAnApprovedGroupIsThatOfLaterLettersToo() throws Exception {
    List<Long> letters = List.of(desk.calais("c1@example.net"), desk.calais("c2@example.net"));
    long campaign = desk.item(letters.getLast()).campaign().orElseThrow();
    assertThat(get("/api/v1/campaigns/" + campaign, approver).body().path("topic").isNull())
        .isTrue();
    StringBuilder members = new StringBuilder();
    for (long letter : letters) {
      int version = get("/api/v1/messages/" + letter, approver).body().path("version").asInt();
      members.append(",{\"id\":%d,\"version\":%d}".formatted(letter, version));
    }

    Answer approved =
        post(
            "/api/v1/groups/calais:" + campaign + "/approve",
            "{\"messages\":[" + members.substring(1) + "]}",
            approver);
    assertThat(approved.body().path("approved").asInt()).isEqualTo(2);
    assertThat(get("/api/v1/campaigns/" + campaign, approver).body().path("topic").asString(""))
        .isEqualTo("calais");

    post("/api/v1/groups/decisions/" + approved.body().path("decision") + "/undo", "", approver);
    assertThat(get("/api/v1/campaigns/" + campaign, approver).body().path("topic").isNull())
        .as("taken back")
        .isTrue();
  }

  @Test
  void whatDoesNotExistIsSaid() throws Exception {
    assertThat(get("/api/v1/campaigns/4711", approver).status()).isEqualTo(404);
    assertThat(post("/api/v1/campaigns/4711/name", "{\"name\":\"x\"}", approver).status())
        .isEqualTo(404);
    long first = receive("p1");
    receive("p2");
    long campaign = desk.item(first).campaign().orElse(first);
    assertThat(
            post("/api/v1/campaigns/" + campaign + "/pin", "{\"topic\":\"nothing\"}", approver)
                .status())
        .isEqualTo(400);
    assertThat(post("/api/v1/campaigns/" + campaign + "/name", "{\"name\":\"x\"}", reader).status())
        .isEqualTo(403);
  }
}
