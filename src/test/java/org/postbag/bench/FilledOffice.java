package org.postbag.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postbag.TestOffice;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.demo.SampleMailbox;
import org.postbag.email.Address;
import org.postbag.email.LetterReader;
import org.postbag.email.NamedAddress;
import org.postbag.intake.ImapUid;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.Reception;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Move;
import org.postbag.ledger.SendingReason;
import org.postbag.ledger.State;
import org.postbag.matching.Matching;
import org.postbag.people.place.Constituency;
import org.postbag.reply.ChosenReply;
import org.postbag.reply.Draft;
import org.postbag.reply.ReplyComposer;
import org.postbag.reply.ReplySettings;
import org.postbag.reply.Warning;
import org.postbag.review.Decisions;
import org.postbag.review.DraftVersion;
import org.postbag.review.JdbcReplyWordings;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.postbag.review.ReviewSettings;
import org.postbag.settings.Settings;

/// A data folder with many letters, nine in ten of them decided, as an office has after some years:
/// a thousand letters of the sample mailbox, read, matched and drafted once, and stored again and
/// again by the daemon's own statements. It is made once and kept for the next run.
final class FilledOffice {
  static final String MAILBOX = "office";
  private static final Address OFFICE = Address.parse("office@example.org").orElseThrow();
  private static final Actor STAFF = new Actor("ann");
  private static final int SAMPLES = 1_000;
  private static final int BATCH = 500;
  private static final int OPEN_ONE_IN = 10;

  private final Path folder;
  private final int letters;
  private final InstantSource clock = InstantSource.system();

  FilledOffice(Path folder, int letters) {
    this.folder = folder;
    this.letters = letters;
  }

  /// The settings of a daemon on it: the shipped topics, and a mailbox that cannot be reached.
  Settings settings() throws IOException {
    Settings settings = TestOffice.at(folder, 1, Duration.ofHours(1), MAILBOX);
    Path filled = folder.resolve("filled");
    if (!Files.exists(filled)) {
      Files.createDirectories(folder.resolve("data"));
      fill();
      Files.createFile(filled);
    }
    return settings;
  }

  private void fill() {
    Catalog catalog = CatalogReader.read(Path.of("config")).catalog();
    List<Draft> samples = samples(catalog);
    try (Database database = Database.open(DatabaseSettings.in(folder.resolve("data")))) {
      new JdbcReplyWordings(database).keep(catalog.replies().values());
      Ledger ledger = new Ledger(database, clock);
      ReviewSettings settings =
          new ReviewSettings(
              Duration.ofMinutes(1),
              Duration.ZERO,
              Integer.MAX_VALUE,
              Integer.MAX_VALUE,
              Map.of(MAILBOX, new NamedAddress("Office", OFFICE)));
      ReviewQueue queue =
          new ReviewQueue(database, ledger, settings, (_, _, _, _, _) -> List.of(), clock);
      Decisions decisions =
          new Decisions(database, ledger, settings, (_, _) -> ChosenReply.NONE, clock);
      for (int from = 0; from < letters; from += BATCH) {
        int first = from;
        ledger.doInTurn(() -> {
          List<Draft> batch = new ArrayList<>();
          for (int i = first; i < Math.min(letters, first + BATCH); i++) {
            batch.add(kept(database, samples.get(i % samples.size()), i));
          }
          queue.addAll(batch);
          batch.stream()
              .map(draft -> draft.kept().id())
              .filter(id -> id % OPEN_ONE_IN != 0)
              .forEach(id -> decide(queue.find(id).orElseThrow(), decisions, ledger));
        });
        if (from % 10_000 == 0) {
          System.err.printf("%d of %d letters stored%n", from, letters);
        }
      }
    }
  }

  private List<Draft> samples(Catalog catalog) {
    Matching matching = new Matching(catalog);
    Reception reception = new Reception(Set.of(OFFICE), new LetterReader());
    ReplyComposer composer =
        new ReplyComposer(
            () -> catalog,
            new ReplySettings(
                Set.of(OFFICE),
                Map.of(MAILBOX, "Jane Roe MP"),
                ZoneId.of("Europe/London"),
                Constituency.UNKNOWN),
            clock);
    return SampleMailbox.letters(SAMPLES).stream()
        .map(letter -> composer.draft(matching.matched(reception.open(kept(0, letter.bytes())))))
        .toList();
  }

  private KeptLetter kept(long number, byte[] bytes) {
    return new KeptLetter(
        number, new ImapUid(MAILBOX, "INBOX", 1, number), clock.instant(), false, false, bytes);
  }

  private Draft kept(Database database, Draft sample, int number) {
    byte[] bytes = sample.kept().rfc822();
    long id =
        database
            .sql(
                """
                INSERT INTO letter (mailbox, folder, uid_validity, uid, message_id, content_hash,
                  received, kept, size)
                VALUES (:mailbox, 'INBOX', 1, :uid, :id, :hash, :now, :now, :size) RETURNING id
                """)
            .param("mailbox", MAILBOX)
            .param("uid", number + 1)
            .param("id", "<" + number + "@bench.example>")
            .param("hash", "hash" + number)
            .param("now", clock.millis())
            .param("size", bytes.length)
            .query(Long.class)
            .single();
    database
        .sql("INSERT INTO letter_raw (letter_id, rfc822) VALUES (:id, :bytes)")
        .param("id", id)
        .param("bytes", bytes)
        .update();
    return new Draft(
        kept(id, bytes), sample.letter(), sample.match(), sample.proposal(), sample.warnings());
  }

  /// What waits is sent, and what needs a person is closed.
  private static void decide(QueueItem item, Decisions decisions, Ledger ledger) {
    DraftVersion seen = new DraftVersion(item.letter(), item.version());
    if (item.state() == State.NEEDS_PERSON) {
      decisions.close(seen, STAFF);
    }
    if (item.state() == State.WAITING) {
      Set<String> warnings =
          item.warnings().stream().map(Warning::word).collect(Collectors.toSet());
      decisions.approve(seen, warnings, java.time.Instant.MIN, STAFF);
      State now = ledger.state(item.letter());
      ledger.move(
          new Move(item.letter(), now, State.SENDING, Actor.POSTBAG, SendingReason.CLAIMED));
      ledger.move(
          new Move(
              item.letter(), State.SENDING, State.SENT, Actor.POSTBAG, SendingReason.ACCEPTED));
    }
  }
}
