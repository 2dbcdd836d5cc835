package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postbag.ledger.State;
import tools.jackson.databind.JsonNode;

/// Groups of letters through the API: approved together, and only what was on the list.
class ApiGroupsTest extends OnApi {
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
    assertThat(desk.item(own).state()).isEqualTo(State.NEEDS_PERSON);
    assertThat(post(path, members(first, own), approver).status()).isEqualTo(400);
    assertThat(post(path, members(first, second), approver).body().path("sample").size())
        .as("both have to be read first")
        .isEqualTo(2);
    read(first, second);
    Answer approved = post(path, members(first, second), approver);

    assertThat(approved.body().path("approved").asLong()).isEqualTo(2);
    assertThat(desk.item(second).state()).isEqualTo(State.APPROVED);
    assertThat(desk.item(own).state()).isEqualTo(State.NEEDS_PERSON);
  }

  private JsonNode groupOf(long campaign) throws Exception {
    for (JsonNode group : get("/api/v1/groups", approver).body()) {
      if (group.path("campaign").asLong() == campaign) {
        return group;
      }
    }
    throw new AssertionError("no group of the campaign " + campaign);
  }

  private String members(long... letters) {
    return Arrays.stream(letters)
        .mapToObj(l -> "{\"id\":%d,\"version\":%d}".formatted(l, desk.item(l).version()))
        .collect(Collectors.joining(",", "{\"messages\":[", "]}"));
  }

  private String list(long one, int version, long other, int otherVersion) {
    return "{\"messages\":[{\"id\":%d,\"version\":%d},{\"id\":%d,\"version\":%d}]}"
        .formatted(one, version, other, otherVersion);
  }

  @Test
  void aGroupIsApprovedAsAFrozenList() throws Exception {
    long one = desk.calais("Group One <g1@example.net>");
    long two = desk.calais("Group Two <g2@example.net>");
    long late = desk.calais("Group Late <g3@example.net>");
    read(one, two);
    Answer stale = post("/api/v1/groups/calais/approve", list(one, 1, two, 9), approver);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.body().path("differences").get(0).path("letter").asLong()).isEqualTo(two);
    assertThat(desk.item(one).state()).isEqualTo(State.WAITING);

    Answer answer = post("/api/v1/groups/calais/approve", members(one), approver);
    assertThat(answer.body().get("approved").asInt()).isEqualTo(1);
    assertThat(desk.item(one).state()).isEqualTo(State.APPROVED);
    assertThat(desk.item(two).state()).isEqualTo(State.WAITING);
    assertThat(desk.item(late).state()).isEqualTo(State.WAITING);

    String undo = "/api/v1/groups/decisions/" + answer.body().path("decision").asLong() + "/undo";
    assertThat(post(undo, "{}", approver).body().path("undone").asInt()).isEqualTo(1);
    assertThat(desk.item(one).state()).isEqualTo(State.WAITING);
  }

  @Test
  void aGroupIsShownWithWhatIsToBeSentBack() throws Exception {
    long one = desk.calais("Snapshot One <s1@example.net>");

    JsonNode group = get("/api/v1/groups/calais", approver).body();

    assertThat(group.path("messages").findValuesAsString("id")).contains(String.valueOf(one));
    assertThat(group.path("sample").size()).isPositive();
    assertThat(group.path("messages").get(0).path("salutation").asString("")).startsWith("Dear");
  }

  private void read(long... letters) throws Exception {
    for (long letter : letters) {
      get("/api/v1/messages/" + letter, approver);
    }
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
}
