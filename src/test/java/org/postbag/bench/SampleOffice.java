package org.postbag.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.database.SettableClock;
import org.postbag.database.TestDatabases;
import org.postbag.database.TestLetters;
import org.postbag.demo.DemoMailServer;
import org.postbag.demo.SampleLetter;
import org.postbag.email.Address;
import org.postbag.email.LetterReader;
import org.postbag.email.NamedAddress;
import org.postbag.intake.ImapUid;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.Reception;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.matching.Matching;
import org.postbag.people.place.Constituency;
import org.postbag.reply.ChosenReply;
import org.postbag.reply.Draft;
import org.postbag.reply.OwnReplies;
import org.postbag.reply.ReplyComposer;
import org.postbag.reply.ReplySettings;
import org.postbag.review.Decision;
import org.postbag.review.Decisions;
import org.postbag.review.DraftVersion;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.postbag.review.ReviewSettings;

/// The office of the demo over a new database: its letters go through every step from their bytes
/// to the queue.
final class SampleOffice implements AutoCloseable {
  private static final Address OFFICE = Address.parse(DemoMailServer.OFFICE).orElseThrow();

  /// Slow enough for no breaker to trip.
  private static final Duration BETWEEN_LETTERS = Duration.ofMinutes(1);

  private static final Actor PRESSER = new Actor("presser");
  private static final Catalog SHIPPED = CatalogReader.read(Path.of("config")).catalog();

  private final SettableClock clock = new SettableClock();
  private final Database database = TestDatabases.sqlite();
  private final Map<Catalog, Matching> matching = new HashMap<>();
  private final ReviewQueue queue;
  private final Decisions decisions;
  private final Constituency constituency;

  SampleOffice(Constituency constituency) {
    this.constituency = constituency;
    Ledger ledger = new Ledger(database, clock);
    ReviewSettings settings =
        new ReviewSettings(
            Duration.ofMinutes(1),
            Duration.ofDays(30),
            10,
            10_000_000,
            Map.of("office", new NamedAddress("Office", OFFICE)));
    this.queue = new ReviewQueue(database, ledger, settings, (_, _, _, _, _) -> List.of(), clock);
    this.decisions = new Decisions(database, ledger, settings, (_, _) -> ChosenReply.NONE, clock);
  }

  static Catalog shipped() {
    return SHIPPED;
  }

  /// The shipped topics but one: letters on that one are answered wrongly, if at all.
  static Catalog without(TopicId topic) {
    Map<TopicId, Topic> others = new HashMap<>(SHIPPED.topics());
    others.remove(topic);
    return new Catalog(others, SHIPPED.replies());
  }

  /// Reads, matches and queues a letter by these topics.
  QueueItem receive(SampleLetter letter, Catalog catalog) {
    clock.advance(BETWEEN_LETTERS);
    long number = TestLetters.keep(database);
    KeptLetter kept =
        new KeptLetter(
            number,
            new ImapUid("office", "INBOX", 1, number),
            clock.instant(),
            false,
            false,
            letter.bytes());
    LetterReader reader = new LetterReader(new OwnReplies(() -> catalog, OwnReplies.Sent.NONE));
    Matching matched = matching.computeIfAbsent(catalog, Matching::new);
    Draft draft =
        composer(catalog).draft(matched.matched(new Reception(Set.of(OFFICE), reader).open(kept)));
    queue.addAll(List.of(draft));
    return queue.find(number).orElseThrow();
  }

  private ReplyComposer composer(Catalog catalog) {
    ReplySettings settings =
        new ReplySettings(
            Set.of(OFFICE),
            Map.of("office", "Margaret Thorne MP"),
            ZoneId.of("Europe/London"),
            constituency);
    return new ReplyComposer(() -> catalog, settings, clock);
  }

  /// The key `a`: approves what is shown, and names no warning.
  boolean pressA(QueueItem item) {
    return decisions.approve(new DraftVersion(item.letter(), item.version()), PRESSER)
        instanceof Decision.Done;
  }

  @Override
  public void close() {
    database.close();
  }
}
