package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.TopicId;
import org.postbag.ledger.Actor;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.State;
import org.postbag.review.breaker.Breaker;
import org.postbag.review.breaker.BreakerScope;
import org.postbag.review.breaker.Breakers;
import tools.jackson.databind.JsonNode;

/// What Postbag stopped by itself, over the API.
class BreakersShownTest extends OnApi {
  private static Breaker tripped(String topic) {
    TopicId id = new TopicId(topic);
    desk.ledger.inTurn(() -> desk.bean(Breakers.class).admitsDraft("office", Optional.of(id), 0));
    return desk.bean(Breakers.class).open().stream()
        .filter(breaker -> breaker.scope().equals(new BreakerScope.Topic(id)))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<JsonNode> listed(String scope) throws Exception {
    return get("/api/v1/breakers", reader)
        .body()
        .valueStream()
        .filter(node -> node.get("scope").asString().equals(scope))
        .findFirst();
  }

  @Test
  void whatIsStoppedIsListedAndAnApproverLetsItGoOn() throws Exception {
    Breaker breaker = tripped("local-buses");

    JsonNode node = listed("topic:local-buses").orElseThrow();
    assertThat(node.get("stops").asString()).isEqualTo("drafting");
    assertThat(node.get("cause").asString()).isEqualTo("drafts");

    String goOn = "/api/v1/breakers/" + breaker.id() + "/go-on";
    assertThat(post(goOn, "", reader).status()).isEqualTo(403);
    assertThat(post(goOn, "", approver).status()).isEqualTo(200);
    assertThat(post(goOn, "", approver).status()).isEqualTo(404);
    assertThat(listed("topic:local-buses")).isEmpty();
  }

  @Test
  void lettersThatWereKeptFromTheirDraftsGetThemWhenItGoesOn() {
    tripped("calais");
    long letter = desk.calais("Ann Lee <ann@example.net>");
    assertThat(desk.item(letter).reason()).contains(DraftReason.DRAFTS_STOPPED);

    for (Breaker open : desk.bean(Breakers.class).open()) {
      desk.bean(BreakerReset.class).goOn(open.id(), new Actor("ann"));
    }

    await().untilAsserted(() -> assertThat(desk.item(letter).state()).isEqualTo(State.WAITING));
  }
}
