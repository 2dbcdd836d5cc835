package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postbag.ledger.State;

/// The dry run through the API.
class ApiDryRunTest extends OnApi {
  private static String admin() {
    desk.member("admin", Role.ADMIN);
    return desk.staff.newToken("admin").orElseThrow().text();
  }

  @Test
  void anAdministratorBeginsAndEndsItAndOthersDoNot() throws Exception {
    String admin = admin();
    assertThat(post("/api/v1/dry-run/begin", "{}", approver).status()).isEqualTo(403);
    assertThat(get("/api/v1/dry-run", reader).body().get("on").asBoolean()).isFalse();

    assertThat(post("/api/v1/dry-run/begin", "{}", admin).body().get("on").asBoolean()).isTrue();
    long letter = desk.calais("practice@example.org");
    int version = desk.item(letter).version();
    String approve = "/api/v1/messages/" + letter + "/approve";
    assertThat(post(approve, "{\"version\": " + version + "}", approver).body().toString())
        .contains("practised");
    Answer now = get("/api/v1/dry-run", reader);
    assertThat(now.body().get("practised").asLong()).isEqualTo(1);
    assertThat(now.body().get("by").asString()).isEqualTo("admin");

    assertThat(post("/api/v1/dry-run/end", "{}", approver).status()).isEqualTo(403);
    assertThat(post("/api/v1/dry-run/end", "{\"practised\": \"send\"}", admin).status())
        .isEqualTo(422);
    Answer ended = post("/api/v1/dry-run/end", "{\"practised\": \"put-back\"}", admin);
    assertThat(ended.body().get("on").asBoolean()).isFalse();
    assertThat(ended.body().get("practised").asLong()).isZero();
    assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
  }
}
