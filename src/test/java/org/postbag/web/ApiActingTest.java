package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.TopicId;
import org.postbag.ledger.State;
import org.postbag.reply.Warning;
import org.postbag.review.QueueItem;
import tools.jackson.databind.JsonNode;

/// Replies of one's own, forwarding, notes, hands and putting off, through the API.
class ApiActingTest extends OnApi {
  private static Answer put(String path, String body, String token) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(desk.at(path))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body));
    return send(request, token);
  }

  private static long wedding(String from) {
    return desk.receive(
        from, "Golden wedding", "My parents have been married for fifty years on Friday.");
  }

  private static String path(long letter, String verb) {
    return "/api/v1/messages/" + letter + "/" + verb;
  }

  private static QueueItem.Reply reply(long letter) {
    return desk.item(letter).reply().orElseThrow();
  }

  @Test
  void aLetterWithoutATopicIsAnsweredInOnesOwnWords() throws Exception {
    long letter = wedding("Ann Lee <own@example.net>");
    assertThat(desk.item(letter).reply()).isEmpty();
    String body =
        "{\"version\":1,\"subject\":\"Congratulations\",\"text\":\"Dear Ms Lee,\\n\\nHow good.\"}";
    Answer done = put(path(letter, "reply"), body, approver);
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body().get("state").asString()).isEqualTo("waiting");
    assertThat(reply(letter).to().address().toString()).isEqualTo("own@example.net");
    assertThat(reply(letter).thread().inReplyTo()).isPresent();
    assertThat(desk.item(letter).warnings())
        .extracting(Warning::word)
        .doesNotContain("reply-new", "topic-unlikely");
    assertThat(put(path(letter, "reply"), body, approver).status()).isEqualTo(409);
  }

  @Test
  void aStandardReplyIsPickedByItsNameAndAddressedToTheWriter() throws Exception {
    long letter = wedding("Ann Lee <pick@example.net>");
    String pick = "{\"version\":1,\"standardReply\":\"%s\"}";
    assertThat(put(path(letter, "reply"), pick.formatted("nonsense"), approver).status())
        .isEqualTo(422);
    assertThat(put(path(letter, "reply"), pick.formatted("local-buses"), approver).status())
        .isEqualTo(200);
    assertThat(reply(letter).text()).startsWith("Dear ");
    assertThat(reply(letter).text()).doesNotContain("{{");
    assertThat(reply(letter).replyName()).contains("local-buses");
    assertThat(desk.item(letter).topic().map(TopicId::value))
        .isNotEqualTo(Optional.of("local-buses"));
  }

  @Test
  void aReplyFromNothingNeedsItsWords() throws Exception {
    long letter = wedding("Ann Lee <none@example.net>");
    assertThat(put(path(letter, "reply"), "{\"version\":1}", approver).status()).isEqualTo(400);
  }

  @Test
  void aForwardedLetterNamesItsWriterAndIsApprovedOnlyWhenItsWarningIsNamed() throws Exception {
    long letter = wedding("Ann Lee <fwd@example.net>");
    String body =
        "{\"version\":1,\"to\":\"mayor@town.example\",\"subject\":\"Fwd: Golden wedding\","
            + "\"text\":\"Dear Mayor,\\n\\nThis is one for you.\"}";
    assertThat(post(path(letter, "forward"), body, approver).status()).isEqualTo(200);
    assertThat(reply(letter).enclosed().quote())
        .contains("Ann Lee <fwd@example.net> wrote:", "fifty years");
    Answer unseen = post(path(letter, "approve"), "{\"version\":2}", approver);
    assertThat(unseen.status()).isEqualTo(409);
    assertThat(unseen.body().get("detail").asString()).contains("forwarded", "mayor@town.example");

    long other = wedding("Ann Lee <fwd2@example.net>");
    String wrong = body.replace("mayor@town.example", "nobody");
    assertThat(post(path(other, "forward"), wrong, approver).status()).isEqualTo(400);
  }

  @Test
  void theAddressOfAReplyIsCorrected() throws Exception {
    long letter = desk.calais("Ann Lee <typo@example.net>");
    String body = "{\"version\":1,\"address\":\"ann.lee@example.net\"}";
    assertThat(post(path(letter, "address"), body, approver).status()).isEqualTo(200);
    assertThat(reply(letter).to().toString()).isEqualTo("Ann Lee <ann.lee@example.net>");
  }

  @Test
  void aLetterIsPutOffAndTakenUpAgain() throws Exception {
    long letter = desk.calais("Ann Lee <later@example.net>");
    String until = desk.clock.instant().plus(Duration.ofDays(2)).toString();
    String body = "{\"version\":1,\"until\":\"" + until + "\"}";
    Answer done = post(path(letter, "snooze"), body, approver);
    assertThat(done.body().get("state").asString()).isEqualTo("snoozed");
    JsonNode handling = get(path(letter, "handling"), reader).body();
    assertThat(handling.get("snoozedUntil").asString()).startsWith(until.substring(0, 19));
    assertThat(get("/api/v1/ledger", reader).body().get("snoozed").asInt()).isEqualTo(1);
    assertThat(post(path(letter, "wake"), "{}", approver).status()).isEqualTo(200);
    assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
  }

  @Test
  void notesAndHandsAreForAllToSee() throws Exception {
    long letter = desk.calais("Ann Lee <note@example.net>");
    post(path(letter, "notes"), "{\"text\":\"Rang her.\"}", approver);
    assertThat(post(path(letter, "assign"), "{\"member\":\"bob\"}", approver).status())
        .isEqualTo(200);
    JsonNode handling = get(path(letter, "handling"), reader).body();
    assertThat(handling.get("assigned").asString()).isEqualTo("bob");
    assertThat(handling.get("notes").get(0).get("text").asString()).isEqualTo("Rang her.");
    assertThat(post(path(letter, "assign"), "{\"member\":\"zoe\"}", approver).status())
        .isEqualTo(400);
    post(path(letter, "assign"), "{\"member\":null}", approver);
    assertThat(get(path(letter, "handling"), reader).body().get("assigned").isNull()).isTrue();
    assertThat(post(path(999_999, "notes"), "{\"text\":\"x\"}", approver).status()).isEqualTo(404);
  }

  @Test
  void aReaderDoesNoneOfIt() throws Exception {
    long letter = desk.calais("Ann Lee <reader@example.net>");
    for (String verb : List.of("forward", "address", "snooze", "wake", "notes", "assign")) {
      assertThat(post(path(letter, verb), "{\"version\":1}", reader).status())
          .as(verb)
          .isEqualTo(403);
    }
    assertThat(put(path(letter, "reply"), "{\"version\":1}", reader).status()).isEqualTo(403);
    assertThat(desk.item(letter).version()).isEqualTo(1);
  }
}
