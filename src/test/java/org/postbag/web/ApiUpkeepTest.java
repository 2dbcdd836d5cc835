package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Entry;
import org.postbag.ledger.State;
import org.postbag.review.DraftVersion;
import org.postbag.review.QueueItem;

/// Backups, holds, export, erasure and retention through the API: an administrator's, and each deed
/// stands in the ledger.
class ApiUpkeepTest extends OnApi {
  private static final String OLD = "UPDATE letter_state SET since = 0 WHERE letter_id = ?";
  private static String admin = "";

  @BeforeAll
  static void admin() {
    desk.member("eve", Role.ADMIN);
    admin = desk.staff.newToken("eve").orElseThrow().text();
  }

  private static long closed(String from) {
    long letter = desk.calais(from);
    QueueItem item = desk.item(letter);
    var _ = desk.decisions.close(new DraftVersion(letter, item.version()), new Actor("ann"));
    desk.database.doInTransaction(() -> desk.database.sql(OLD).param(letter).update());
    return letter;
  }

  private static List<String> why(long letter) {
    return desk.ledger.history(letter).stream().map(Entry::why).toList();
  }

  private static String person(String address) {
    return "{\"address\": \"" + address + "\"}";
  }

  @Test
  void nobodyButAnAdministratorMayReadOrChangeIt() throws Exception {
    for (String path :
        List.of(
            "/api/v1/holds", "/api/v1/retention", "/api/v1/backups", "/api/v1/data-protection")) {
      assertThat(get(path, approver).status()).as(path).isEqualTo(403);
      assertThat(get(path, "").status()).as(path).isEqualTo(401);
      assertThat(get(path, admin).status()).as(path).isEqualTo(200);
    }
    for (String path :
        List.of(
            "/api/v1/people/export",
            "/api/v1/people/erase",
            "/api/v1/holds/begin",
            "/api/v1/holds/end",
            "/api/v1/retention/run",
            "/api/v1/backups")) {
      assertThat(post(path, "{}", approver).status()).as(path).isEqualTo(403);
    }
  }

  @Test
  void anErasedPersonsLettersAreGoneFromListsAndSearchAndTheCountsStay() throws Exception {
    long letter = desk.calais("gone@example.org");
    long received = desk.ledger.account().received();
    Answer preview =
        post(
            "/api/v1/people/erase",
            "{\"address\": \"Gone+x@example.org\", \"dryRun\": true}",
            admin);
    assertThat(preview.body().get("letters").asInt()).isEqualTo(1);
    assertThat(desk.queue.find(letter)).isPresent();

    assertThat(
            post("/api/v1/people/erase", person("Gone+x@Example.org"), admin)
                .body()
                .get("letters")
                .asInt())
        .isEqualTo(1);
    assertThat(get("/api/v1/messages/" + letter, admin).status()).isEqualTo(404);
    assertThat(desk.ledger.state(letter)).isEqualTo(State.CLOSED);
    assertThat(desk.ledger.account().received()).isEqualTo(received);
    assertThat(desk.ledger.history(letter).getLast())
        .satisfies(entry -> {
          assertThat(entry.actor()).isEqualTo("eve");
          assertThat(entry.why()).isEqualTo("erased");
        });
    assertThat(desk.ledger.verify()).isEmpty();
    assertThat(post("/api/v1/people/erase", person("no address"), admin).status()).isEqualTo(400);
  }

  @Test
  void whatALegalHoldCoversIsErasedNeitherByHandNorByAge() throws Exception {
    long held = closed("held@example.org");
    String hold = "{\"what\": \"Held@example.org\", \"why\": \"case 12\"}";
    assertThat(post("/api/v1/holds/begin", hold, admin).body().toString())
        .contains("person:held@example.org", "case 12", "eve");
    assertThat(post("/api/v1/holds/begin", hold, admin).status()).isEqualTo(409);
    Answer refused = post("/api/v1/people/erase", person("held@example.org"), admin);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().get("detail").asString()).contains("case 12");
    post("/api/v1/retention/run", "{}", admin);
    assertThat(why(held)).doesNotContain("erased", "erased-by-age");

    assertThat(post("/api/v1/holds/end", hold, admin).status()).isEqualTo(200);
    assertThat(post("/api/v1/people/erase", person("held@example.org"), admin).status())
        .isEqualTo(200);
    assertThat(why(held)).contains("erased");
    assertThat(why(0)).contains("held", "hold-ended");
  }

  @Test
  void lettersThatWereKeptLongEnoughAreErasedAndUndecidedOnesStay() throws Exception {
    long old = closed("old@example.org");
    long waiting = desk.calais("waiting@example.org");
    desk.database.doInTransaction(() -> desk.database.sql(OLD).param(waiting).update());
    assertThat(get("/api/v1/retention", admin).body().toString())
        .contains("\"state\":\"closed\"", "\"topic\":\"calais\"", "\"days\":30");
    assertThat(post("/api/v1/retention/run", "{}", admin).body().get("letters").asInt())
        .isPositive();
    assertThat(why(old)).contains("erased-by-age");
    assertThat(desk.queue.find(waiting)).isPresent();
    assertThat(get("/api/v1/retention", admin).body().toString()).isEqualTo("[]");
  }

  @Test
  void anExportIsAZipFile() throws Exception {
    long letter = desk.calais("wanted@example.org");
    HttpResponse<byte[]> answer =
        CLIENT.send(
            HttpRequest.newBuilder(desk.at("/api/v1/people/export"))
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(person("wanted@example.org")))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
        names.add(next.getName());
      }
    }
    assertThat(names).containsExactly("letters/" + letter + ".eml", "person.json", "person.html");
    assertThat(why(0)).contains("exported");
  }

  @Test
  void aBackupIsMadeAndListed() throws Exception {
    Answer made = post("/api/v1/backups", "", admin);
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.body().get("kept").get(0).get("name").asString()).startsWith("postbag-");
    assertThat(get("/api/v1/data-protection", admin).body().toString())
        .contains("closed 30 days", "the last 2, one a day");
  }
}
