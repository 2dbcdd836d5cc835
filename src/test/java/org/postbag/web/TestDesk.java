package org.postbag.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogFiles;
import org.postbag.catalog.LiveCatalog;
import org.postbag.catalog.Secret;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.database.MailboxScope;
import org.postbag.database.TestDatabases;
import org.postbag.email.Address;
import org.postbag.email.LetterReader;
import org.postbag.email.MessageId;
import org.postbag.email.NamedAddress;
import org.postbag.intake.Credentials;
import org.postbag.intake.ImapUid;
import org.postbag.intake.Intake;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.LetterStore;
import org.postbag.intake.MailServer;
import org.postbag.intake.MailboxAccounts;
import org.postbag.intake.MailboxFlags;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.OAuthTokens;
import org.postbag.intake.Reception;
import org.postbag.intake.RetrySignal;
import org.postbag.intake.SentReply;
import org.postbag.intake.TestMailbox;
import org.postbag.intake.imap.ImapReconciliation;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.matching.CampaignKeeper;
import org.postbag.matching.Matching;
import org.postbag.matching.SimilarLetters;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.matching.training.TrainingService;
import org.postbag.matching.tuning.CatalogEditor;
import org.postbag.matching.tuning.Tuning;
import org.postbag.past.Past;
import org.postbag.past.proposal.PastTopics;
import org.postbag.past.proposal.ProposalSearch;
import org.postbag.past.proposal.ProposalText;
import org.postbag.past.proposal.Proposals;
import org.postbag.people.place.Constituency;
import org.postbag.reply.ChosenReply;
import org.postbag.reply.ReplyComposer;
import org.postbag.reply.ReplySettings;
import org.postbag.reply.WarningKind;
import org.postbag.review.Decisions;
import org.postbag.review.DryRun;
import org.postbag.review.GroupDecisions;
import org.postbag.review.QueueItem;
import org.postbag.review.Rematching;
import org.postbag.review.ReplyChoices;
import org.postbag.review.ReviewQueue;
import org.postbag.review.ReviewSettings;
import org.postbag.review.Snoozes;
import org.postbag.review.WrittenReplies;
import org.postbag.review.breaker.Breakers;
import org.postbag.review.handling.Holders;
import org.postbag.review.handling.Notes;
import org.postbag.review.handling.Presence;
import org.postbag.review.handling.Writings;
import org.postbag.search.LetterIndex;
import org.postbag.search.PastIndex;
import org.postbag.search.TestIndex;
import org.postbag.sending.DepartureForecast;
import org.postbag.sending.Pauses;
import org.postbag.sending.Refusals;
import org.postbag.sending.SendingSettings;
import org.postbag.sending.Settlement;
import org.postbag.upkeep.Inventory;
import org.postbag.upkeep.Upkeep;
import org.postbag.upkeep.UpkeepSettings;
import org.postbag.upkeep.backup.BackupSettings;
import org.postbag.upkeep.backup.Backups;
import org.postbag.upkeep.backup.DailyBackups;
import org.postbag.upkeep.health.DatabaseCheck;
import org.postbag.upkeep.health.Finding;
import org.postbag.upkeep.health.HealthChecks;
import org.postbag.upkeep.hold.Holds;
import org.postbag.upkeep.person.DerivedData;
import org.postbag.upkeep.person.Erasure;
import org.postbag.upkeep.person.PersonExport;
import org.postbag.upkeep.retention.Retention;
import org.postbag.upkeep.retention.RetentionSettings;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ResolvableType;

/// The desk and the API on a free port over a new SQLite database, with every step from a letter's
/// bytes to its draft as in the daemon; only mailboxes and sending are left out.
final class TestDesk implements AutoCloseable {
  static final String PASSWORD = "correct horse battery staple";
  private static final Address OFFICE = Address.parse("office@example.org").orElseThrow();
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @EnableAutoConfiguration(excludeName = "org.apache.camel.spring.boot.CamelAutoConfiguration")
  @Import(WebConfiguration.class)
  static class Frame {}

  private final DatabaseSettings rows = TestDatabases.sqliteSettings();
  private final Path folder = rows.folder();
  final Database database = Database.open(rows);
  private final TestIndex index = new TestIndex(database, () -> {});
  final InstantSource clock;
  final Ledger ledger;
  final DryRun dryRun;
  final ReviewQueue queue;
  final Decisions decisions;
  final TrainingService learning;
  final Staff staff;
  final MailboxHealth mailboxes;
  final RetrySignal retries;
  private final MailboxSettings office =
      TestMailbox.of(
          "office",
          "office@example.org",
          new MailServer("127.0.0.1", 1, MailServer.Security.NONE),
          "office",
          new Credentials.Password(new Secret("secret")));
  final List<Notice> notices = new CopyOnWriteArrayList<>();
  final List<Finding> found = new CopyOnWriteArrayList<>();
  final Path config = copyOfConfig();
  private final LiveCatalog catalog = LiveCatalog.open(config);
  private final Reception reception = new Reception(Set.of(OFFICE), new LetterReader());
  private final Campaigns campaigns = new Campaigns();
  private final Matching matching;
  private final ReplyComposer composer;
  private final ReviewSettings settings;
  private final AtomicLong uid = new AtomicLong();
  final PastIndex pastIndex;
  private final ConfigurableApplicationContext frame;

  TestDesk(InstantSource clock, Duration undoWindow) {
    this(clock, undoWindow, Constituency.UNKNOWN);
  }

  private TestDesk(InstantSource clock, Duration undoWindow, Constituency constituency) {
    this.clock = clock;
    this.mailboxes = new MailboxHealth(clock);
    this.retries = new RetrySignal(clock);
    this.matching = new Matching(catalog.catalog(), SimilarLetters.NONE, campaigns, Embedder.OFF);
    this.composer =
        new ReplyComposer(
            catalog::catalog,
            new ReplySettings(
                Set.of(OFFICE),
                Map.of(
                    "office",
                    "Yours sincerely,\n\nJane Roe MP",
                    "press",
                    "Yours sincerely,\n\nJane Roe MP"),
                LONDON,
                constituency),
            clock);
    this.ledger = new Ledger(database, clock);
    this.dryRun = new DryRun(database, ledger, clock);
    dryRun.configure(false);
    this.settings =
        new ReviewSettings(
            undoWindow,
            Duration.ofDays(30),
            50,
            Map.of(
                "office",
                new NamedAddress("Office of Jane Roe MP", OFFICE),
                "press",
                new NamedAddress("Press office of Jane Roe MP", OFFICE)));
    this.queue =
        new ReviewQueue(
            database,
            ledger,
            settings,
            (words, above, below, newest, limit) ->
                index.upToDate().find(words, above, below, newest, limit),
            clock);
    this.decisions = new Decisions(database, ledger, settings, this::answer, clock);
    this.learning =
        new TrainingService(database, new Stored(database), matching, new LetterReader(), clock);
    this.staff = new Staff(database, clock, new Passwords(1));
    catalog.onChange(now -> matching.activate(now));
    this.pastIndex = PastIndex.open(folder.resolve("past-index"), database, clock);
    this.frame = start();
  }

  /// The shipped topics and replies, to be changed.
  private static Path copyOfConfig() {
    try {
      Path copy = Files.createTempDirectory("desk-config");
      for (String folder : List.of("topics", "replies")) {
        Files.createDirectories(copy.resolve(folder));
        try (Stream<Path> files = Files.list(Path.of("config", folder))) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            Files.copy(file, copy.resolve(folder).resolve(file.getFileName()));
          }
        }
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TestDesk start(Duration undoWindow) {
    return new TestDesk(InstantSource.system(), undoWindow);
  }

  /// The desk of an office that speaks for the postcodes `DN1`.
  static TestDesk ofConstituency() {
    return new TestDesk(
        InstantSource.system(), Duration.ofMinutes(2), new Constituency(List.of("DN1")));
  }

  private ConfigurableApplicationContext start() {
    SpringApplication application = new SpringApplication(Frame.class);
    application.setDefaultProperties(
        Map.of(
            "server.port", "0", "server.address", "127.0.0.1", "spring.main.banner-mode", "off"));
    application.addInitializers(context -> beans((GenericApplicationContext) context));
    return application.run();
  }

  private void beans(GenericApplicationContext context) {
    CampaignKeeper keeper =
        new CampaignKeeper(
            database, campaigns, index.upToDate(), new Stored(database), new LetterReader(), clock);
    Proposals proposals = new Proposals(database, clock);
    context.registerBean(Proposals.class, () -> proposals);
    context.registerBean(ProposalText.class, () -> new ProposalText(ZoneOffset.UTC));
    context.registerBean(
        ProposalSearch.class,
        () ->
            new ProposalSearch(
                new PastTopics(new Past(database), ZoneOffset.UTC, folder), proposals, Set::of));
    context.registerBean(Database.class, () -> database);
    context.registerBean(InstantSource.class, () -> clock);
    context.registerBean(Ledger.class, () -> ledger);
    context.registerBean(DryRun.class, () -> dryRun);
    context.registerBean(ReviewQueue.class, () -> queue);
    context.registerBean(Decisions.class, () -> decisions);
    context.registerBean(
        GroupDecisions.class,
        () -> new GroupDecisions(database, ledger, decisions, clock, keeper, new Random(1)));
    context.registerBean(CampaignKeeper.class, () -> keeper);
    context.registerBean(
        WrittenReplies.class,
        () ->
            new WrittenReplies(
                database,
                ledger,
                settings,
                new ReplyChoices(new Stored(database), reception, composer),
                clock));
    context.registerBean(Snoozes.class, () -> new Snoozes(database, ledger, clock));
    context.registerBean(Notes.class, () -> new Notes(database, ledger, clock));
    context.registerBean(Holders.class, () -> new Holders(database, ledger, clock));
    context.registerBean(Presence.class, () -> new Presence(database, clock));
    context.registerBean(Writings.class, () -> new Writings(database));
    context.registerBean(LetterStore.class, () -> new Stored(database));
    context.registerBean(LetterReader.class, () -> new LetterReader());
    context.registerBean(Matching.class, () -> matching);
    context.registerBean(TrainingService.class, () -> learning);
    context.registerBean(
        Rematching.class,
        () ->
            new Rematching(
                queue,
                new Stored(database),
                kept -> composer.draft(matching.matched(reception.open(kept)))));
    context.registerBean(Past.class, () -> new Past(database));
    context.registerBean(PastIndex.class, () -> pastIndex);
    context.registerBean(LetterIndex.class, index::upToDate);
    context.registerBean(CatalogEditor.class, this::editor);
    context.registerBean(
        Tuning.class, () -> new Tuning(database, editor(), matching, learning, index.upToDate()));
    context.registerBean(ReplyComposer.class, () -> composer);
    context.registerBean(MailboxHealth.class, () -> mailboxes);
    context.registerBean(ImapReconciliation.class, this::withoutMailboxes);
    context.registerBean(Refusals.class, () -> new Refusals(database));
    context.registerBean(
        MailboxRemedies.class,
        () -> new MailboxRemedies(List.of(office), retries, new MailboxAccounts(database, clock)));
    context.registerBean(Breakers.class, () -> new Breakers(database, ledger, clock));
    context.registerBean(Pauses.class, () -> new Pauses(database, clock));
    context.registerBean(
        DepartureForecast.class,
        () ->
            new DepartureForecast(
                database,
                ledger,
                Set.of("office", "press"),
                SendingSettings.STANDARD.live(),
                clock));
    context.registerBean(
        Settlement.class, () -> new Settlement(database, ledger, queue, new NoSentFolder(), clock));
    context.registerBean(
        DeskSettings.class, () -> new DeskSettings(LONDON, "Office of Jane Roe MP"));
    context.registerBean(
        HealthChecks.class,
        () ->
            new HealthChecks(
                List.of(new DatabaseCheck(database), () -> List.copyOf(found)), clock));
    context.registerBean(Notices.class, () -> () -> List.copyOf(notices));
    context.registerBean(Upkeep.class, this::upkeep);
    context.registerBean("staff", Staff.class, () -> staff);
    RootBeanDefinition definition = new RootBeanDefinition();
    definition.setTargetType(ResolvableType.forClassWithGenerics(Supplier.class, Catalog.class));
    Supplier<Catalog> supplier = catalog::catalog;
    definition.setInstanceSupplier(() -> supplier);
    context.registerBeanDefinition("catalog", definition);
  }

  private Upkeep upkeep() {
    LetterReader reader = new LetterReader();
    Holds holds = new Holds(database, ledger, clock);
    DerivedData derived =
        new DerivedData(
            index.follower(),
            pastIndex,
            new CampaignKeeper(
                database, campaigns, index.upToDate(), new Stored(database), reader, clock),
            () -> {});
    Erasure erasure = new Erasure(database, ledger, reader, holds, derived, clock);
    RetentionSettings retention =
        new RetentionSettings(Map.of(State.CLOSED, Duration.ofDays(30)), Map.of());
    UpkeepSettings settings =
        new UpkeepSettings(
            new BackupSettings(
                Optional.of(folder.resolve("backups")),
                BackupSettings.AT,
                LONDON,
                2,
                Optional.empty()),
            retention);
    return new Upkeep(
        new DailyBackups(
            new Backups(database, folder, Path.of("config"), clock), settings.backup(), clock),
        new PersonExport(database, ledger, reader, clock),
        erasure,
        new Retention(database, retention, erasure, clock),
        holds,
        new Inventory(database, settings));
  }

  private CatalogEditor editor() {
    return new CatalogEditor(new CatalogFiles(config), catalog, database, clock, LONDON);
  }

  /// All letters are in the index.
  void awaitIndex() {
    index.upToDate();
  }

  private ImapReconciliation withoutMailboxes() {
    OAuthTokens none = new OAuthTokens(Path.of("no-tokens"), clock);
    return new ImapReconciliation(List.of(), none, new Intake(database, clock), mailboxes, clock);
  }

  /// The topics and replies in force.
  Catalog catalog() {
    return catalog.catalog();
  }

  URI at(String path) {
    String port = frame.getEnvironment().getProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  <T> T bean(Class<T> type) {
    return frame.getBean(type);
  }

  <T> T bean(String name, Class<T> type) {
    return frame.getBean(name, type);
  }

  StaffMember member(String name, Role role) {
    return member(name, Rights.everywhere(role));
  }

  StaffMember member(String name, Rights rights) {
    return switch (staff.add(name, rights, PASSWORD)) {
      case StaffChange.Done done -> done.member();
      case StaffChange.Refused refused -> throw new IllegalStateException(refused.why());
    };
  }

  /// Takes a letter in, as the routes `collect` and `answer` do.
  long receive(byte[] rfc822) {
    return receive("office", rfc822);
  }

  /// The same in another mailbox.
  long receive(String mailbox, byte[] rfc822) {
    KeptLetter kept = keep(mailbox, rfc822);
    var screened = reception.open(kept);
    queue.addAll(List.of(composer.draft(matching.matched(screened))));
    return kept.id();
  }

  long receive(String from, String subject, String text) {
    String letter =
        """
        From: %s
        To: office@example.org
        Subject: %s
        Date: Mon, 23 Nov 2026 09:00:00 +0000
        Message-ID: <%d@example.net>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        %s
        """
            .formatted(from, subject, uid.get(), text);
    return receive(letter.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  /// A letter on two matters, each with a standard reply.
  long busesAndBills(String from) {
    return receive(
        from,
        "The 47 bus, and my electricity bill",
        "Our bus service has been cut to one bus an hour, and the bus stop has no timetable. Please"
            + " speak to the bus company. My energy bill has doubled too: the standing charge and"
            + " the price cap make gas and electricity dearer than my rent.");
  }

  /// A letter that gets a draft of the Calais reply.
  long calais(String from) {
    return receive(
        from,
        "Calais",
        "Dear Ms Roe, the scenes at Calais and the Channel Tunnel are shocking. What is being done"
            + " about border security and the lorry drivers? Yours, a constituent");
  }

  /// Gives a draft these warnings in place of its own, as it might have come with them.
  void warn(long letter, WarningKind... kinds) {
    String json =
        Arrays.stream(kinds)
            .map(kind ->
                "{\"word\":\"%s\",\"sentence\":\"%s\"}".formatted(kind.word(), kind.sentence()))
            .collect(Collectors.joining(",", "[", "]"));
    database.doInTransaction(() ->
        database
            .sql("UPDATE draft SET warnings = ? WHERE letter_id = ?")
            .params(json, letter)
            .update());
  }

  QueueItem item(long letter) {
    return queue.find(letter).orElseThrow();
  }

  private KeptLetter keep(String mailbox, byte[] rfc822) {
    Instant now = clock.instant();
    long number = uid.incrementAndGet();
    long id =
        database.inTransaction(() -> {
          long fresh =
              database
                  .sql(
                      "INSERT INTO letter (mailbox, folder, uid_validity, uid, content_hash,"
                          + " received, kept, size) VALUES (?, 'INBOX', 1, ?, ?, ?, ?, ?)"
                          + " RETURNING id")
                  .params(
                      mailbox,
                      number,
                      sha256(rfc822),
                      now.toEpochMilli(),
                      now.toEpochMilli(),
                      rfc822.length)
                  .query(Long.class)
                  .single();
          database
              .sql("INSERT INTO letter_raw (letter_id, rfc822) VALUES (?, ?)")
              .params(fresh, rfc822)
              .update();
          return fresh;
        });
    return new Stored(database).find(id).orElseThrow();
  }

  private static String sha256(byte[] bytes) {
    try {
      return java.util.HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private ChosenReply answer(long letter, TopicId topic) {
    return new Stored(database)
        .find(letter)
        .map(kept -> reception.open(kept).letter())
        .map(read -> composer.chosen(read, "office", topic))
        .orElse(ChosenReply.NONE);
  }

  static byte[] sample(String name) {
    try (InputStream in = TestDesk.class.getResourceAsStream("/sample-mailbox/" + name)) {
      return java.util.Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    index.close();
    frame.close();
    database.close();
  }

  /// A mailbox whose folder of sent letters cannot be opened.
  private static final class NoSentFolder implements MailboxFlags {
    @Override
    public Outcome answered(ImapUid letter) {
      return new Outcome.Done();
    }

    @Override
    public Outcome fileCopy(String mailbox, MessageId id, byte[] rfc822) {
      return new Outcome.Done();
    }

    @Override
    public Search findSent(String mailbox, SentReply reply) {
      return new Search.Unknown("the server is away");
    }
  }

  private record Stored(Database database) implements LetterStore {
    @Override
    public List<KeptLetter> unprocessed(int limit) {
      return List.of();
    }

    @Override
    public Optional<KeptLetter> find(long id) {
      return database
          .sql(
              "SELECT l.id, l.mailbox, l.uid, l.received, r.rfc822 FROM letter l"
                  + " JOIN letter_raw r ON r.letter_id = l.id WHERE l.id = :id"
                  + MailboxScope.current().and("l.mailbox"))
          .param("id", id)
          .param("scope", MailboxScope.current().parameter())
          .query((row, _) ->
              new KeptLetter(
                  row.getLong("id"),
                  new ImapUid(row.getString("mailbox"), "INBOX", 1, row.getLong("uid")),
                  Instant.ofEpochMilli(row.getLong("received")),
                  false,
                  false,
                  row.getBytes("rfc822")))
          .optional();
    }
  }
}
