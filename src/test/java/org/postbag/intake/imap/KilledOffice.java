package org.postbag.intake.imap;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.database.WatchedDatabase;
import org.postbag.email.LetterReader;
import org.postbag.intake.Intake;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.Reception;
import org.postbag.ledger.Ledger;
import org.postbag.matching.Matching;
import org.postbag.people.place.Constituency;
import org.postbag.reply.Draft;
import org.postbag.reply.ReplyComposer;
import org.postbag.reply.ReplySettings;
import org.postbag.review.ReviewQueue;
import org.postbag.review.ReviewSettings;

/// A process that collects a mailbox and drafts its letters until it is killed: at a named point by
/// itself, with SIGKILL, or by whoever started it, to whom it prints its steps as [KilledReader]
/// does.
public final class KilledOffice {
  private static final InstantSource CLOCK = InstantSource.system();

  private KilledOffice() {}

  /// Arguments: the data folder, the server's port, the user, and a [CrashPoint] or `never`.
  public static void main(String[] arguments) throws Exception {
    Consumer<String> death = death(arguments[3]);
    Database database = WatchedDatabase.open(DatabaseSettings.in(Path.of(arguments[0])), death);
    FaultProxy proxy = FaultProxy.before(Integer.parseInt(arguments[1])).telling(death);
    Intake intake = new Intake(database, CLOCK);
    FolderReader reader =
        new FolderReader(
            DovecotServer.mailbox(arguments[2], proxy.port()),
            "INBOX",
            new Watch.NoTokens(),
            intake,
            intake::keep,
            new MailboxHealth(CLOCK),
            FetchBudget.ofHeap(),
            ReadingIntervals.hurried(),
            Watch.noRetries(),
            Watch.ANY_ACCOUNT,
            CLOCK);
    Thread.ofVirtual().start(reader);
    answer(intake, database);
  }

  private static void answer(Intake intake, Database database) throws InterruptedException {
    Catalog catalog = CatalogReader.read(Path.of("config")).catalog();
    Reception reception = new Reception(Set.of(), new LetterReader());
    Matching matching = new Matching(catalog);
    ReplySettings reply =
        new ReplySettings(Set.of(), Map.of(), ZoneOffset.UTC, Constituency.UNKNOWN);
    ReplyComposer composer = new ReplyComposer(() -> catalog, reply, CLOCK);
    ReviewSettings review = new ReviewSettings(Duration.ZERO, Duration.ofDays(30), 50, Map.of());
    ReviewQueue queue =
        new ReviewQueue(
            database, new Ledger(database, CLOCK), review, (_, _, _, _, _) -> List.of(), CLOCK);
    while (true) {
      List<Draft> drafts =
          intake.unprocessed(25).stream()
              .map(kept -> composer.draft(matching.matched(reception.open(kept))))
              .toList();
      queue.addAll(drafts);
      Thread.sleep(20);
    }
  }

  private static Consumer<String> death(String point) {
    return point.equals("never") ? KilledReader::print : CrashPoint.valueOf(point).death();
  }
}
