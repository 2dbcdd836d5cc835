package org.postbag.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.intake.Batch;
import org.postbag.intake.Intake;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.OAuthTokens;
import org.postbag.intake.RetrySignal;
import org.postbag.intake.imap.DovecotServer;
import org.postbag.intake.imap.ImapComponent;

/// How fast letters come out of a local Dovecot into durable rows, beside a bare Jakarta Mail loop
/// that only fetches and beside mbsync that copies the same mailbox; how fast the whole daemon
/// makes drafts of them; and what an idle poll costs.
///
/// Options: the number of letters (10000), the rounds (3), the letters of the idle mailbox
/// (100000).
public final class CollectBench {
  private static final String USER = "bench";
  private static final LongAdder KEEPING = new LongAdder();

  private final int letters;
  private final DovecotServer dovecot;
  private long octets;

  private CollectBench(int letters, DovecotServer dovecot) {
    this.letters = letters;
    this.dovecot = dovecot;
  }

  public static void main(String[] options) throws Exception {
    int letters = options.length > 0 ? Integer.parseInt(options[0]) : 10_000;
    int rounds = options.length > 1 ? Integer.parseInt(options[1]) : 3;
    int idle = options.length > 2 ? Integer.parseInt(options[2]) : 100_000;
    try (DovecotServer dovecot = DovecotServer.start()) {
      new CollectBench(letters, dovecot).run(rounds);
      if (idle > 0) {
        IdlePoll.measure(dovecot, idle);
      }
    }
  }

  private void run(int rounds) throws Exception {
    fill();
    say("%d letters, %.1f MB, heap %d MB, %d rounds", letters, octets / 1e6, heap(), rounds);
    List<Double> bare = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    List<Double> mbsync = new ArrayList<>();
    List<Double> drafted = new ArrayList<>();
    BareLoop loop = new BareLoop(dovecot.port(), USER);
    loop.read(letters);
    kept();
    KEEPING.reset();
    for (int round = 0; round < rounds; round++) {
      bare.add(loop.read(letters));
      ours.add(kept());
      mbsync.add(MbsyncCopy.of(dovecot.port(), USER, letters));
      drafted.add(drafted(USER + round));
    }
    show("bare Jakarta Mail loop, fetched and dropped", bare);
    show("Postbag, to durable rows", ours);
    show("mbsync, to a maildir", mbsync);
    show("Postbag's daemon, to drafts on the desk", drafted);
    say("of Postbag's time, %.2f s a round are the database's", KEEPING.sum() / 1e9 / rounds);
    say(
        "to durable rows: %.2f x the bare loop (%s), %.2f x mbsync",
        median(ratios(ours, bare)), numbers(ratios(ours, bare)), median(ratios(ours, mbsync)));
  }

  private void fill() {
    BenchLetters source = new BenchLetters();
    for (int number = 1; number <= letters; number++) {
      byte[] letter = source.next(number);
      octets += letter.length;
      dovecot.deliver(USER, letter);
    }
    dovecot.doveadm("index", USER, "INBOX");
  }

  /// Seconds from the start of the route to the last letter's commit.
  private double kept() throws Exception {
    Path data = Files.createTempDirectory("postbag-bench");
    InstantSource clock = InstantSource.system();
    try (Database database = Database.open(DatabaseSettings.in(data))) {
      Intake intake = new Intake(database, clock);
      CamelContext camel = collecting(DovecotServer.mailbox(USER, dovecot.port()), intake, data);
      camel.start();
      long begin = System.nanoTime();
      camel.getRouteController().startRoute("collect");
      while (count(database) < letters) {
        Thread.sleep(5);
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      camel.stop();
      checkAllKept(database);
      return seconds;
    }
  }

  /// Seconds until all of the same letters, newly come to a mailbox of the daemon, are drafts.
  private double drafted(String user) throws Exception {
    try (DraftedRun run = DraftedRun.start(dovecot.port(), user)) {
      DraftedRun.Result result = run.run(letters, () -> dovecot.copy(USER, user));
      say("  the daemon: kept after %.2f s; %s", result.kept(), result.totals().counts());
      return result.drafted();
    }
  }

  static CamelContext collecting(MailboxSettings mailbox, Intake intake, Path data)
      throws Exception {
    InstantSource clock = InstantSource.system();
    CamelContext camel = new DefaultCamelContext();
    MailboxHealth health = new MailboxHealth(clock);
    OAuthTokens tokens = new OAuthTokens(data, clock);
    camel.addComponent(
        ImapComponent.SCHEME,
        new ImapComponent(
            List.of(mailbox),
            tokens,
            intake,
            health,
            new RetrySignal(clock),
            _ -> Optional.empty(),
            clock));
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("imap-letters:all")
                .routeId("collect")
                .autoStartup(false)
                .process()
                .body(Batch.class, batch -> timed(batch, intake));
          }
        });
    return camel;
  }

  private static void timed(Batch batch, Intake intake) {
    long begin = System.nanoTime();
    intake.keep(batch);
    KEEPING.add(System.nanoTime() - begin);
  }

  private static long count(Database database) {
    return database.sql("SELECT count(*) FROM letter").query(Long.class).single();
  }

  /// Every letter once, and every octet of it.
  private void checkAllKept(Database database) {
    long kept =
        database.sql("SELECT sum(length(rfc822)) FROM letter_raw").query(Long.class).single();
    long different =
        database.sql("SELECT count(DISTINCT message_id) FROM letter").query(Long.class).single();
    if (kept != octets || different != letters) {
      throw new IllegalStateException(
          "kept %d octets of %d, %d letters of %d".formatted(kept, octets, different, letters));
    }
  }

  private static long heap() {
    return Runtime.getRuntime().maxMemory() / (1024 * 1024);
  }

  private void show(String what, List<Double> seconds) {
    say(
        "%-45s median %6.2f s (%s) = %5.0f letters/s",
        what, median(seconds), numbers(seconds), letters / median(seconds));
  }

  private static List<Double> ratios(List<Double> some, List<Double> others) {
    return IntStream.range(0, some.size()).mapToObj(n -> some.get(n) / others.get(n)).toList();
  }

  private static String numbers(List<Double> values) {
    return String.join(" ", values.stream().map("%.2f"::formatted).toList());
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  @FormatMethod
  static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
