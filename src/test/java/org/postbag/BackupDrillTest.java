package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.cli.CommandLineFrame;
import org.postbag.intake.Intake;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.reply.Warning;
import org.postbag.review.Decisions;
import org.postbag.review.DraftVersion;
import org.postbag.review.Filter;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;

/// The drill: the machine burns, and the office goes on from last night's backup.
class BackupDrillTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String WRITER = "lee@writers.example";

  @TempDir Path elsewhere;

  @Test
  void fromABackupMadeWhileLettersCameTheOfficeGoesOnAndNothingLeavesTwice() throws Exception {
    Path backup = elsewhere.resolve("postbag.zip");
    try (TestHouse house = new TestHouse(Duration.ofSeconds(8))) {
      await()
          .atMost(SOON)
          .until(() -> house.door(Intake.class).cursor("office", "INBOX").isPresent());
      house.deliver(letter(1));
      house.deliver(letter(2));
      await().atMost(SOON).until(() -> in(house, State.WAITING).size() == 2);
      approve(house, in(house, State.WAITING).getLast());

      assertThat(run(house, "backup", backup.toString())).isEqualTo("");

      // After the backup: the approved reply leaves, and another letter comes.
      house.deliver(letter(3));
      await().atMost(SOON).until(() -> in(house, State.SENT).size() == 1);
      await().atMost(SOON).until(() -> in(house, State.WAITING).size() == 2);
      await().atMost(SOON).until(() -> traced(house));
      int left = received(house);

      house.restart(() -> {
        delete(house.folder.resolve("data"));
        assertThat(run(house, "restore", backup.toString())).isEqualTo("");
      });

      Ledger ledger = house.door(Ledger.class);
      assertThat(ledger.verify()).isEmpty();
      await().atMost(SOON).until(() -> in(house, State.WAITING).size() == 2);
      await().atMost(SOON).until(() -> in(house, State.APPROVED).isEmpty());
      await()
          .atMost(SOON)
          .until(() -> in(house, State.UNCLEAR).size() + in(house, State.SENT).size() == 1);
      assertThat(ledger.account().received()).isEqualTo(3);
      assertThat(received(house)).isEqualTo(left);
    }
  }

  @Test
  void aBackupIsNeverRestoredOverLetters() throws Exception {
    Path backup = elsewhere.resolve("postbag.zip");
    try (TestHouse house = new TestHouse(Duration.ZERO)) {
      run(house, "backup", backup.toString());
      assertThat(run(house, "restore", backup.toString())).contains("is not empty");
      assertThat(run(house, "backup", backup.toString())).contains("is there already");
    }
  }

  /// What a verb says on standard error.
  private static String run(TestHouse house, String... words) {
    StringWriter err = new StringWriter();
    List<String> line =
        Stream.concat(
                Stream.of(words),
                Stream.of(
                    "--data",
                    house.folder.resolve("data").toString(),
                    "--config",
                    house.folder.resolve("config").toString()))
            .toList();
    new CommandLineFrame(new PrintWriter(new StringWriter()), new PrintWriter(err, true), Map.of())
        .run(line.toArray(String[]::new));
    return err.toString();
  }

  private static void approve(TestHouse house, QueueItem item) {
    var _ =
        house
            .door(Decisions.class)
            .approve(
                new DraftVersion(item.letter(), item.version()),
                item.warnings().stream().map(Warning::word).collect(Collectors.toSet()),
                Instant.MIN,
                new Actor("ann"));
  }

  private static List<QueueItem> in(TestHouse house, State state) {
    return house.door(ReviewQueue.class).page(Filter.in(state, 100));
  }

  /// Whether the copy in the folder of sent mail and the mark are made.
  private static boolean traced(TestHouse house) {
    return house
            .door(org.postbag.database.Database.class)
            .sql("SELECT count(*) FROM sent_trace")
            .query(Long.class)
            .single()
        == 0;
  }

  private static int received(TestHouse house) {
    try {
      return house
          .server
          .getManagers()
          .getImapHostManager()
          .getInbox(house.server.getUserManager().getUserByEmail(WRITER))
          .getMessages()
          .size();
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String letter(int number) {
    return """
    From: Ann Lee <%2$s>
    To: office@field.example
    Subject: Calais %1$d
    Message-ID: <%1$d@writers.example>

    I am worried about the migrants in Calais and the lorries at the Channel Tunnel. What is being
    done about our border? This is letter %1$d.
    """
        .formatted(number, number == 1 ? WRITER : "w" + number + "@writers.example");
  }
}
