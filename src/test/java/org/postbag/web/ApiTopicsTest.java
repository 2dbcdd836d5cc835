package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postbag.ledger.State;
import tools.jackson.databind.JsonNode;

/// Topics through the API: found by their words, and tried over all letters.
class ApiTopicsTest extends OnApi {
  @Test
  void topicsAreFoundByTheirWords() throws Exception {
    JsonNode found = get("/api/v1/topics?q=timetab", approver).body();

    assertThat(found).isNotEmpty();
    assertThat(found.get(0).path("id").asString()).isEqualTo("local-buses");
    assertThat(found.get(0).has("draftsRight")).isTrue();
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
    desk.learning.addDecision(letter, Optional.empty());
    JsonNode judged = post("/api/v1/topics/backtest", request, approver).body();
    assertThat(judged.path("worse").asLong()).isEqualTo(1);
    Answer wrong = post("/api/v1/topics/backtest", "{\"topics\":{\"x\":\"titel: y\"}}", approver);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body().path("detail").asString()).contains("x.yaml:1").contains("title");
  }
}
