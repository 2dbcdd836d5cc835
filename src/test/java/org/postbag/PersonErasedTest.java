package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.email.Address;
import org.postbag.intake.Intake;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.review.Decision;
import org.postbag.review.Decisions;
import org.postbag.review.DraftVersion;
import org.postbag.review.Filter;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.postbag.search.IndexFollower;
import org.postbag.search.LetterIndex;
import org.postbag.upkeep.Upkeep;
import org.postbag.upkeep.person.ErasureResult;

/// After somebody was erased, no byte of theirs is left in the data folder; the counts and the
/// ledger stay. What is looked for was found in the same files before.
class PersonErasedTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Actor OFFICER = new Actor("officer");

  /// Written in another spelling of the same address.
  private static final Address ZELDA =
      Address.parse("zelda.quibblewick@writers.example").orElseThrow();

  private static final List<String> CANARIES =
      List.of(
          "quibblewick", "Zanzibarian", "flumperdink", "crumplehorn", "wobblegate", "snorkelfax");

  private final TestHouse house = new TestHouse(Duration.ZERO);
  private final Path data = house.folder.resolve("data");

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void noByteOfAnErasedPersonIsLeftAndTheLedgerStands() throws Exception {
    collect();
    for (String canary : CANARIES) {
      assertThat(found(canary)).as("before: " + canary).isNotEmpty();
    }
    Ledger ledger = house.door(Ledger.class);
    long received = ledger.account().received();

    ErasureResult result = house.door(Upkeep.class).erasure().erase(ZELDA, OFFICER);

    assertThat(result).isEqualTo(new ErasureResult.Done(4, List.of()));
    for (String canary : CANARIES) {
      assertThat(found(canary)).as("after: " + canary).isEmpty();
    }
    assertThat(ledger.verify()).isEmpty();
    assertThat(ledger.account().received()).isEqualTo(received);
    assertThat(
            new org.postbag.upkeep.verify.Verification(
                    house.door(Database.class), data, java.time.InstantSource.system())
                .all())
        .isEmpty();
  }

  @Test
  void anErasedLetterIsNotCollectedOnceMoreWhileItStandsInTheMailbox() throws Exception {
    collect();
    house.door(Upkeep.class).erasure().erase(ZELDA, OFFICER);
    long letters = count("letter_raw");
    house.restart();
    house.deliver(letter("new", "kim@writers.example", "Calais", "The lorries at Calais."));
    await().atMost(SOON).until(() -> count("letter_raw") == letters + 1);
    assertThat(found("quibblewick")).isEmpty();
    assertThat(house.door(Ledger.class).verify()).isEmpty();
  }

  @Test
  void lettersOfOthersStayAndAreFound() throws Exception {
    collect();
    house.door(Upkeep.class).erasure().erase(ZELDA, OFFICER);
    assertThat(house.door(LetterIndex.class).find("lorries", 0, Long.MAX_VALUE, true, 10))
        .hasSize(3);
    assertThat(count("letter_raw")).isEqualTo(3);
    assertThat(count("letter WHERE erased IS NOT NULL")).isEqualTo(4);
  }

  @Test
  void anExportHasEveryLetterAndReply() throws Exception {
    collect();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(house.door(Upkeep.class).export().write(ZELDA, OFFICER, out)).isEqualTo(4);
    Map<String, String> files = unzip(out.toByteArray());
    assertThat(files.keySet().stream().filter(name -> name.endsWith(".eml"))).hasSize(4);
    assertThat(files.get("person.json"))
        .contains("Zanzibarian", "snorkelfax", "wobblegate", "\"ledger_entry\"", "\"approval\"");
    assertThat(files.get("person.html"))
        .contains("Zanzibarian", "Thank you for writing about Calais");
    assertThat(house.door(Ledger.class).history(0))
        .anySatisfy(entry -> {
          assertThat(entry.why()).isEqualTo("exported");
          assertThat(entry.actor()).isEqualTo("officer");
        });
  }

  /// Three letters of hers, one of them answered, with an attachment and near to letters of others,
  /// a report on the delivery of the reply to her, and three letters of others.
  private void collect() throws IOException {
    await()
        .atMost(SOON)
        .until(() -> house.door(Intake.class).cursor("office", "INBOX").isPresent());
    house.deliver(hers("1", "Zelda.Quibblewick+post@Writers.example"));
    house.deliver(hers("2", "zelda.quibblewick@writers.example"));
    for (String other : List.of("ann", "bob", "cid")) {
      house.deliver(
          letter(
              other,
              other + "@writers.example",
              "Calais",
              "I am worried about the migrants in Calais and the lorries at the Channel Tunnel."
                  + " What is being done about our border, and when will the government act on it?"
                  + " Yours, "
                  + other));
    }
    house.deliver(
        letter(
            "4", "zelda.quibblewick@writers.example", "wobblegate", "The snorkelfax bus is late."));
    house.deliver(report());
    await().atMost(SOON).until(() -> in(State.WAITING).size() + in(State.NEEDS_PERSON).size() >= 6);
    await().atMost(SOON).until(() -> !in(State.SET_ASIDE).isEmpty());
    QueueItem first =
        in(State.WAITING).stream()
            .filter(item -> item.from().orElseThrow().toString().contains("uibblewick"))
            .findFirst()
            .orElseThrow();
    Decision decision =
        house
            .door(Decisions.class)
            .approve(
                new DraftVersion(first.letter(), first.version()),
                first.warnings().stream()
                    .map(org.postbag.reply.Warning::word)
                    .collect(java.util.stream.Collectors.toSet()),
                java.time.Instant.MIN,
                new Actor("ann"));
    assertThat(decision).isInstanceOf(Decision.Done.class);
    await().atMost(SOON).until(() -> !in(State.SENT).isEmpty());
    house
        .door(Database.class)
        .doInTransaction(() ->
            house
                .door(Database.class)
                .sql(
                    "INSERT INTO refused_address (address, since, letter_id, words)"
                        + " VALUES ('Zelda.Quibblewick@writers.example', 1, 1, 'no crumplehorn here')")
                .update());
    house.door(org.postbag.matching.CampaignKeeper.class).reconcile();
    house.door(IndexFollower.class).catchUp();
    house.door(IndexFollower.class).commit();
  }

  private static String hers(String number, String from) {
    String attachment =
        Base64.getMimeEncoder()
            .encodeToString("crumplehorn in an attachment".getBytes(StandardCharsets.UTF_8));
    return """
    From: Zelda Zanzibarian <%2$s>
    To: office@field.example
    Subject: Calais and the flumperdink
    Message-ID: <quibblewick%1$s@writers.example>
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary=b

    --b
    Content-Type: text/plain; charset=utf-8

    I am worried about the migrants in Calais and the lorries at the Channel Tunnel.
    What is being done about our border, and when will the government act on it?
    My flumperdink is crumplehorn, wobblegate and snorkelfax.

    Yours, Zelda Zanzibarian
    --b
    Content-Type: application/octet-stream; name=crumplehorn.bin
    Content-Disposition: attachment; filename=crumplehorn.bin
    Content-Transfer-Encoding: base64

    %3$s
    --b--
    """
        .formatted(number, from, attachment);
  }

  private static String report() {
    return """
    From: Mail Delivery Subsystem <mailer-daemon@mx.example>
    To: office@field.example
    Subject: Undelivered mail
    Message-ID: <report@mx.example>
    Auto-Submitted: auto-replied
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary=r

    --r
    Content-Type: text/plain

    Your message to ZELDA.quibblewick@writers.example could not be delivered.
    --r
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example

    Final-Recipient: rfc822; zelda.quibblewick@writers.example
    Action: failed
    Status: 5.1.1
    --r--
    """;
  }

  private static String letter(String number, String from, String subject, String text) {
    return "From: %2$s\nTo: office@field.example\nSubject: %3$s\nMessage-ID: <%1$s@others.example>\n\n%4$s\n"
        .formatted(number, from, subject, text);
  }

  private List<QueueItem> in(State state) {
    return house.door(ReviewQueue.class).page(Filter.in(state, 100));
  }

  private long count(String table) {
    return house
        .door(Database.class)
        .sql("SELECT count(*) FROM " + table)
        .query(Long.class)
        .single();
  }

  /// The files of the data folder that hold it in any encoding, and columns that hold it
  /// compressed.
  private List<String> found(String canary) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(data)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
        if (contains(bytes, canary, charset)) {
          found.add(data.relativize(file) + " in " + charset);
        }
      }
    }
    house
        .door(Database.class)
        .sql("SELECT letter_id, match FROM letter_match")
        .query((row, _) -> {
          if (inflated(row.getBytes(2)).contains(canary)) {
            found.add("the match of letter " + row.getLong(1));
          }
          return 0;
        })
        .list();
    return found;
  }

  private static boolean contains(byte[] bytes, String canary, Charset charset) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    String wanted =
        new String(canary.toLowerCase(Locale.ROOT).getBytes(charset), StandardCharsets.ISO_8859_1);
    return text.contains(wanted);
  }

  private static String inflated(byte[] bytes) {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> unzip(byte[] bytes) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
        files.put(next.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
