package org.postbag.sending;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.database.SettableClock;
import org.postbag.database.TestLetters;
import org.postbag.email.Address;
import org.postbag.email.NamedAddress;
import org.postbag.intake.MailServer;
import org.postbag.intake.imap.Tls;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.reply.ChosenReply;
import org.postbag.reply.Draft;
import org.postbag.reply.Enclosed;
import org.postbag.reply.Proposal;
import org.postbag.review.Decision;
import org.postbag.review.Decisions;
import org.postbag.review.DraftVersion;
import org.postbag.review.DryRun;
import org.postbag.review.ReplySource;
import org.postbag.review.ReviewQueue;
import org.postbag.review.ReviewSettings;
import org.postbag.review.TestDrafts;
import org.postbag.review.WrittenReplies;
import org.postbag.sending.smtp.Answer;
import org.postbag.sending.smtp.Login;
import org.postbag.sending.smtp.SmtpClient;
import org.postbag.sending.smtp.SmtpServer;
import org.postbag.sending.smtp.Timeouts;

/// An office with a database, one topic and people who approve, for tests of what comes after.
public final class SendingOffice {
  public static final Actor ANN = new Actor("ann");
  public static final Actor BEN = new Actor("ben");
  public static final TopicId CALAIS = TestDrafts.CALAIS;
  public static final Duration UNDO = Duration.ofSeconds(60);
  public static final NamedAddress OFFICE =
      new NamedAddress("Office of Jo Field", new Address("office", "field.example"));

  private final Database database;
  private final InstantSource clock;
  private final Ledger ledger;
  private final ReviewQueue queue;
  private final Decisions decisions;
  private final WrittenReplies written;
  private volatile Catalog catalog = catalogOf("hash1");

  public SendingOffice(Database database, InstantSource clock) {
    this(database, clock, UNDO);
  }

  public SendingOffice(Database database, InstantSource clock, Duration undo) {
    this.database = database;
    this.clock = clock;
    this.ledger = new Ledger(database, clock);
    new DryRun(database, ledger, clock).configure(false);
    ReviewSettings settings =
        new ReviewSettings(
            undo,
            Duration.ofDays(30),
            10_000_000,
            10_000_000,
            Map.of("office", OFFICE, "other", OFFICE));
    this.queue = new ReviewQueue(database, ledger, settings, (_, _, _, _, _) -> List.of(), clock);
    this.decisions =
        new Decisions(
            database,
            ledger,
            settings,
            (letter, _) ->
                TestDrafts.chosen(TestDrafts.answer("w" + letter, "Dear Ann,\n\nAgain.")),
            clock);
    this.written = new WrittenReplies(database, ledger, settings, new Offered(), clock);
  }

  /// The standard reply that was picked, and one from nothing.
  private static final class Offered implements ReplySource {
    @Override
    public ChosenReply picked(long letter, String replyName) {
      return TestDrafts.chosen(TestDrafts.answer("w" + letter, "Dear Ann,\n\nPicked."));
    }

    @Override
    public ChosenReply blank(long letter) {
      Proposal.Answer standard = TestDrafts.answer("w" + letter, "");
      return TestDrafts.chosen(
          new Proposal.Answer(
              standard.to(), standard.thread(), "", "", "", Enclosed.NONE, Optional.empty()));
    }

    @Override
    public ChosenReply forward(long letter, NamedAddress to) {
      return ChosenReply.NONE;
    }
  }

  public WrittenReplies written() {
    return written;
  }

  /// The topic Calais with its standard reply in that version.
  public static Catalog catalogOf(String hash) {
    Topic topic = new Topic(CALAIS, "Calais", Optional.of("calais"), List.of(), 0.7);
    StandardReply reply =
        new StandardReply(
            "calais",
            Optional.empty(),
            Optional.empty(),
            Optional.of(LocalDate.of(2026, 11, 2)),
            Optional.empty(),
            List.of(),
            List.of(),
            "Dear {{name}},",
            hash);
    return new Catalog(Map.of(CALAIS, topic), Map.of("calais", reply));
  }

  public void change(Catalog other) {
    catalog = other;
  }

  public Catalog catalog() {
    return catalog;
  }

  public Ledger ledger() {
    return ledger;
  }

  public Decisions decisions() {
    return decisions;
  }

  public ReviewQueue queue() {
    return queue;
  }

  public State state(long letter) {
    return ledger.state(letter);
  }

  /// An outbox that sends at once and without limits.
  public Outbox outbox() {
    return outbox(UnaryOperator.identity());
  }

  public Outbox outbox(UnaryOperator<SendingSettings> settings) {
    return outbox(settings, _ -> true);
  }

  Outbox outbox(UnaryOperator<SendingSettings> settings, Predicate<String> mayLeave) {
    SendingSettings applied = settings.apply(SendingSettings.STANDARD.live());
    new DryRun(database, ledger, clock).configure(applied.dryRun());
    return new Outbox(
        database, ledger, this::catalog, Set.of("office", "other"), mayLeave, applied, clock);
  }

  /// A server that takes each claimed reply and answers so.
  static Dispatch.Transport answering(Function<Claim.Taken, Answer> server) {
    return claim ->
        switch (claim) {
          case Claim.Taken taken -> new Delivery.Tried(taken, server.apply(taken));
          case Claim.Refused refused -> new Delivery.NotTried(refused);
        };
  }

  /// Sends by that server, and tells nobody of its sign-ins.
  public static Dispatch dispatch(Outbox outbox, Dispatch.Transport smtp) {
    return new Dispatch(outbox, smtp, _ -> {});
  }

  /// Sends what is due, one after another.
  public static void sendDue(Outbox outbox, Dispatch.Transport smtp) {
    Dispatch dispatch = dispatch(outbox, smtp);
    dispatch.due().forEach(dispatch::send);
  }

  /// A sender to that sink for both mailboxes.
  public SmtpSender sender(LedgerSink sink) {
    return sender(sink.port());
  }

  /// One that waits so long before the final dot of a single letter, by that clock.
  SmtpSender sender(LedgerSink sink, Duration patience, SettableClock ticks) {
    return new SmtpSender(
        Map.of("office", server(sink.port())),
        new Composer(Path.of("."))::compose,
        server -> new SmtpClient(server, patience, ticks::nanoTime));
  }

  public SmtpSender sender(int port) {
    return sender(port, Path.of("."));
  }

  /// A sender to that port for both mailboxes.
  ///
  /// @param replies the folder of standard replies, with the files that they send along
  public SmtpSender sender(int port, Path replies) {
    Composer composer = new Composer(replies);
    SmtpServer server = server(port);
    return new SmtpSender(Map.of("office", server, "other", server), composer::compose);
  }

  /// Plain text to loopback, with short waits.
  public static SmtpServer server(int port) {
    return new SmtpServer(
        MailServer.of(URI.create("smtp://127.0.0.1:" + port)),
        new Login.None(),
        Tls.trusting(Optional.empty()),
        Timeouts.all(Duration.ofSeconds(10)));
  }

  /// A letter with its draft, waiting.
  public long waiting() {
    return waiting("The reply on Calais");
  }

  public long waiting(String text) {
    return waiting("office", text);
  }

  /// A letter with that draft, waiting.
  public long waiting(Proposal.Answer answer) {
    long letter = TestLetters.keep(database);
    Draft draft = TestDrafts.draft(letter, "office", answer.to(), answer, clock);
    queue.addAll(List.of(draft));
    return letter;
  }

  public long waiting(String mailbox, String text) {
    long letter = TestLetters.keep(database);
    if (!mailbox.equals("office")) {
      database.doInTransaction(() ->
          database
              .sql("UPDATE letter SET mailbox = ? WHERE id = ?")
              .params(mailbox, letter)
              .update());
    }
    Proposal.Answer answer = TestDrafts.answer("w" + letter, text);
    Draft draft = TestDrafts.draft(letter, mailbox, answer.to(), answer, clock);
    queue.addAll(List.of(draft));
    return letter;
  }

  /// A letter whose reply Ann has approved.
  public long approved() {
    long letter = waiting();
    approve(letter);
    return letter;
  }

  public List<Long> approved(int count) {
    List<Long> letters = new ArrayList<>();
    ledger.doInTurn(() -> {
      for (int i = 0; i < count; i++) {
        letters.add(approved());
      }
    });
    return letters;
  }

  public Decision approve(long letter) {
    return decisions.approve(seen(letter), ANN);
  }

  public DraftVersion seen(long letter) {
    return new DraftVersion(letter, queue.find(letter).orElseThrow().version());
  }
}
