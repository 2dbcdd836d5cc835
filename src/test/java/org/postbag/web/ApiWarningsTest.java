package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postbag.ledger.State;
import org.postbag.reply.WarningKind;

/// Warnings through the API: named in the approval, or refused with what is missing.
class ApiWarningsTest extends OnApi {
  private static String approval(long letter, String acknowledged) {
    return "{\"version\":%d,\"acknowledged\":%s}"
        .formatted(desk.item(letter).version(), acknowledged);
  }

  private static Answer approve(long letter, String acknowledged) throws Exception {
    return post(
        "/api/v1/messages/" + letter + "/approve", approval(letter, acknowledged), approver);
  }

  @Test
  void aWarningThatIsNotNamedIsAConflictThatListsItWithItsSentence() throws Exception {
    long letter = desk.calais("Warned Doe <warned@example.net>");
    desk.warn(letter, WarningKind.ATTACHMENT, WarningKind.CC_ONLY);

    Answer refused = approve(letter, "[\"attachment\"]");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.type()).startsWith("application/problem+json");
    assertThat(refused.body().path("warnings")).hasSize(1);
    assertThat(refused.body().path("warnings").get(0).path("word").asString(""))
        .isEqualTo("cc-only");
    assertThat(refused.body().path("warnings").get(0).path("sentence").asString(""))
        .isEqualTo(WarningKind.CC_ONLY.sentence());
    assertThat(refused.body().path("warnings").get(0).has("start")).isFalse();
    assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
    assertThat(approve(letter, "[\"cc-only\",\"attachment\"]").status()).isEqualTo(200);
  }

  @Test
  void anApprovalFromBeforeThereWereWarningsIsStillUnderstood() throws Exception {
    long letter = desk.calais("Plain Doe <plain@example.net>");
    String version = "{\"version\":%d}".formatted(desk.item(letter).version());

    assertThat(post("/api/v1/messages/" + letter + "/approve", version, approver).status())
        .isEqualTo(200);
  }

  @Test
  void theWarningsOfARealLetterHaveTheirPlaces() throws Exception {
    long letter =
        desk.receive(
            "In Need <need@example.net>",
            "Calais",
            "Calais and the Channel Tunnel and border security. My landlord is evicting me.");

    var json = get("/api/v1/messages/" + letter, approver).body();

    var warning = json.path("warnings").get(0);
    assertThat(warning.path("word").asString("")).isEqualTo("needs-help");
    assertThat(
            json.path("text")
                .asString("")
                .substring(warning.path("start").asInt(), warning.path("end").asInt()))
        .contains("landlord");
  }

  @Test
  void aGroupThatSharesAWarningIsApprovedWhenItIsNamed() throws Exception {
    long one = desk.calais("Group One <w1@example.net>");
    long two = desk.calais("Group Two <w2@example.net>");
    desk.warn(one, WarningKind.REPLY_NEW);
    desk.warn(two, WarningKind.REPLY_NEW);
    get("/api/v1/messages/" + one, approver);
    get("/api/v1/messages/" + two, approver);
    String members =
        "\"messages\":[{\"id\":%d,\"version\":1},{\"id\":%d,\"version\":1}]".formatted(one, two);

    Answer refused = post("/api/v1/groups/calais/approve", "{" + members + "}", approver);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("warnings").get(0).path("word").asString(""))
        .isEqualTo("reply-new");
    assertThat(desk.item(one).state()).isEqualTo(State.WAITING);

    Answer approved =
        post(
            "/api/v1/groups/calais/approve",
            "{" + members + ",\"acknowledged\":[\"reply-new\"]}",
            approver);
    assertThat(approved.body().path("approved").asInt()).isEqualTo(2);
  }

  @Test
  void aLetterWithAWarningOfItsOwnIsLeftOutOfTheGroup() throws Exception {
    long one = desk.calais("Group Three <w3@example.net>");
    long own = desk.calais("Group Four <w4@example.net>");
    desk.warn(own, WarningKind.ATTACHMENT);
    get("/api/v1/messages/" + one, approver);
    get("/api/v1/messages/" + own, approver);
    String body =
        "{\"messages\":[{\"id\":%d,\"version\":1},{\"id\":%d,\"version\":1}],\"acknowledged\":[\"attachment\"]}"
            .formatted(one, own);

    Answer answer = post("/api/v1/groups/calais/approve", body, approver);

    assertThat(answer.body().path("approved").asInt()).isEqualTo(1);
    assertThat(answer.body().path("messages").get(1).path("outcome").asString(""))
        .isEqualTo("refused");
    assertThat(desk.item(own).state()).isEqualTo(State.WAITING);
  }
}
