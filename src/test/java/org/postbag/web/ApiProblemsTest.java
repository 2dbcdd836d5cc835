package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

/// Whatever goes wrong with a request of the API, the answer is a problem in JSON, RFC 9457.
class ApiProblemsTest extends OnApi {
  private static void isProblem(Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.body().get("status").asInt()).isEqualTo(status);
    assertThat(answer.body().hasNonNull("title")).isTrue();
  }

  @Test
  void anAddressThatThereIsNotIsAProblem() throws Exception {
    isProblem(get("/api/v1/nothing", reader), 404);
    isProblem(get("/api/v2/messages", reader), 404);
    isProblem(get("/api/v1/messages/x", reader), 400);
    isProblem(get("/api/v1/messages/999", reader), 404);
    isProblem(get("/api/v1/nothing", ""), 401);
  }

  @Test
  void aMethodOrATypeThatItDoesNotTakeIsAProblem() throws Exception {
    isProblem(post("/api/v1/messages", "{}", approver), 405);
    long letter = desk.calais("ann@example.org");
    HttpRequest.Builder text =
        HttpRequest.newBuilder(desk.at("/api/v1/messages/" + letter + "/approve"))
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    isProblem(send(text, approver), 415);
    isProblem(post("/api/v1/messages/" + letter + "/approve", "{nonsense", approver), 400);
  }

  @Test
  void aParameterThatItDoesNotHaveIsRefusedWithTheNearest() throws Exception {
    Answer answer = get("/api/v1/messages?stat=waiting", reader);
    isProblem(answer, 400);
    assertThat(answer.body().get("detail").asString()).contains("`stat`", "`state`");
    isProblem(get("/api/v1/ledger?x=1", reader), 400);
    assertThat(get("/api/v1/messages?state=waiting&limit=5", reader).status()).isEqualTo(200);
  }

  @Test
  void aMemberThatItDoesNotHaveIsRefused() throws Exception {
    long letter = desk.calais("bea@example.org");
    Answer answer =
        post(
            "/api/v1/messages/" + letter + "/approve",
            "{\"version\":1,\"acknowledge\":[]}",
            approver);
    isProblem(answer, 400);
    assertThat(desk.item(letter).state().label()).isNotEqualTo("approved");
  }
}
