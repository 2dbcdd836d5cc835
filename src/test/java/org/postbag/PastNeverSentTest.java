package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.email.Address;
import org.postbag.email.LetterReader;
import org.postbag.intake.Intake;
import org.postbag.intake.Screening;
import org.postbag.ledger.Actor;
import org.postbag.ledger.State;
import org.postbag.past.Direction;
import org.postbag.past.Past;
import org.postbag.past.PastKeeping;
import org.postbag.past.PastLetter;
import org.postbag.review.Decisions;
import org.postbag.review.DraftVersion;
import org.postbag.review.Filter;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.postbag.search.LetterIndex;
import org.postbag.search.PastIndex;
import org.postbag.upkeep.Upkeep;
import org.postbag.upkeep.backup.BackupResult;
import org.postbag.upkeep.backup.Backups;
import org.postbag.upkeep.backup.Restore;
import org.postbag.upkeep.person.ErasureResult;
import org.postbag.upkeep.verify.Verification;

/// Past letters beside the whole daemon, with every route open.
class PastNeverSentTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int MANY = 10_000;
  private static final Actor OFFICER = new Actor("officer");

  private final TestHouse house = new TestHouse(Duration.ZERO);

  @AfterEach
  void stop() {
    house.close();
  }

  /// Each would get a draft if it were in the queue.
  private static PastLetter letter(int number) {
    String mail =
        """
        From: Writer %1$d <writer%1$d@writers.example>\r
        To: office@field.example\r
        Message-ID: <past%1$d@writers.example>\r
        Subject: Calais and the snorkelfax\r
        \r
        I am worried about the migrants in Calais and the lorries at the Channel Tunnel. %1$d\r
        """
            .formatted(number);
    Instant at = Instant.parse("2025-01-01T00:00:00Z").plusSeconds(number * 600L);
    return PastLetter.of(
        new PastLetter.Met("office", "INBOX", Direction.RECEIVED, at),
        new LetterReader().read(mail.getBytes(StandardCharsets.UTF_8)),
        new Screening.Outcome.Personal());
  }

  private void keep(int many) {
    PastKeeping keeping =
        new PastKeeping(
            house.door(Database.class),
            Set.of(Address.parse(TestHouse.OFFICE).orElseThrow()),
            InstantSource.system());
    for (int from = 0; from < many; from += 500) {
      var _ =
          keeping.keep(
              IntStream.range(from, Math.min(from + 500, many))
                  .parallel()
                  .mapToObj(PastNeverSentTest::letter)
                  .toList());
    }
  }

  @Test
  void noneOfTenThousandPastLettersIsEverDraftedOrSent() throws Exception {
    keep(MANY);
    await()
        .atMost(SOON)
        .until(() -> house.door(Intake.class).cursor("office", "INBOX").isPresent());
    house.deliver(
        """
        From: ann@writers.example
        To: office@field.example
        Subject: Calais
        Message-ID: <new@writers.example>

        The migrants in Calais and the lorries.
        """);
    await().atMost(SOON).until(() -> !in(State.WAITING).isEmpty());
    approve(in(State.WAITING).getFirst());
    await().atMost(SOON).until(() -> !in(State.SENT).isEmpty());
    house.restart();
    await()
        .atMost(SOON)
        .until(() -> house.door(PastIndex.class).find("snorkelfax", MANY).size() == MANY);

    assertThat(house.door(Past.class).account()).isEqualTo(new Past.Account(MANY, 0, 0));
    for (String table : List.of("letter", "letter_state", "draft", "approval", "attempt")) {
      assertThat(count(table)).as(table).isEqualTo(1);
    }
    assertThat(recipients()).containsExactlyInAnyOrder(TestHouse.OFFICE, "ann@writers.example");
    assertThat(house.door(LetterIndex.class).find("snorkelfax", 0, Long.MAX_VALUE, true, 10))
        .isEmpty();
  }

  /// Of all mail on the server.
  private Set<String> recipients() throws jakarta.mail.MessagingException {
    Set<String> recipients = new java.util.TreeSet<>();
    for (var mail : house.server.getReceivedMessages()) {
      for (var to : mail.getAllRecipients()) {
        recipients.add(((jakarta.mail.internet.InternetAddress) to).getAddress());
      }
    }
    return recipients;
  }

  @Test
  void aPersonIsExportedAndErasedFromThePastTooAndTheRestStands() throws Exception {
    keep(20);
    house.door(PastIndex.class).catchUp();
    Address person = Address.parse("Writer7+x@writers.example").orElseThrow();
    Upkeep upkeep = house.door(Upkeep.class);

    assertThat(exported(person)).contains("snorkelfax", "writer7@writers.example", "\"past\"");
    assertThat(upkeep.erasure().preview(person)).isEqualTo(new ErasureResult.Done(1, List.of()));
    assertThat(upkeep.erasure().erase(person, OFFICER))
        .isEqualTo(new ErasureResult.Done(1, List.of()));

    assertThat(house.door(PastIndex.class).find("writer7", 10)).isEmpty();
    assertThat(house.door(PastIndex.class).find("snorkelfax", 100)).hasSize(19);
    assertThat(house.door(Past.class).account().received()).isEqualTo(19);
    assertThat(exported(person)).doesNotContain("snorkelfax");
    assertThat(traces("writer7@")).isEmpty();
    Path data = house.folder.resolve("data");
    assertThat(new Verification(house.door(Database.class), data, InstantSource.system()).all())
        .isEmpty();
    assertThat(restoredLetters()).isEqualTo(19);
  }

  /// How many past letters a backup gives back.
  private long restoredLetters() throws Exception {
    Path file = house.folder.resolve("copy.zip");
    Backups backups =
        new Backups(
            house.door(Database.class),
            house.folder.resolve("data"),
            house.folder.resolve("config"),
            InstantSource.system());
    assertThat(backups.make(file, java.util.Optional.empty()))
        .isInstanceOf(BackupResult.Done.class);
    Path restored = house.folder.resolve("restored");
    assertThat(
            new Restore(InstantSource.system())
                .restore(
                    file, restored, house.folder.resolve("config2"), java.util.Optional.empty()))
        .isInstanceOf(BackupResult.Done.class);
    try (Database database = Database.open(org.postbag.database.DatabaseSettings.in(restored))) {
      return new Past(database).account().received();
    }
  }

  private String exported(Address person) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    var _ = house.door(Upkeep.class).export().write(person, OFFICER, out);
    try (ZipInputStream zip =
        new ZipInputStream(new java.io.ByteArrayInputStream(out.toByteArray()))) {
      for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
        if (next.getName().equals("person.json")) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new IllegalStateException("no person.json");
  }

  /// The files of the data folder that hold it.
  private List<Path> traces(String words) throws Exception {
    List<Path> found = new ArrayList<>();
    try (var all = java.nio.file.Files.walk(house.folder.resolve("data"))) {
      for (Path file : all.filter(java.nio.file.Files::isRegularFile).toList()) {
        String text =
            new String(java.nio.file.Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (text.contains(words)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private void approve(QueueItem item) {
    var _ =
        house
            .door(Decisions.class)
            .approve(
                new DraftVersion(item.letter(), item.version()),
                item.warnings().stream()
                    .map(org.postbag.reply.Warning::word)
                    .collect(Collectors.toSet()),
                Instant.MIN,
                new Actor("ann"));
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
}
