package org.postbag.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
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
import org.postbag.intake.imap.DovecotServer;
import org.postbag.intake.imap.FaultProxy;
import org.postbag.intake.imap.ImapComponent;

/// How fast letters come out of a local Dovecot into durable rows, beside a bare Jakarta Mail loop
/// that only fetches and beside mbsync that copies the same mailbox; and what an idle poll costs.
///
/// Options: the number of letters (10000), the rounds (3), the letters of the idle mailbox
/// (100000).
public final class CollectBench {
  private static final String USER = "bench";
  private static final LongAdder KEEPING = new LongAdder();
  private static final int ATTACHMENT = 100_000;

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
        idlePoll(dovecot, idle);
      }
    }
  }

  private void run(int rounds) throws Exception {
    fill();
    say("%d letters, %.1f MB, heap %d MB, %d rounds", letters, octets / 1e6, heap(), rounds);
    List<Double> bare = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    List<Double> mbsync = new ArrayList<>();
    BareLoop loop = new BareLoop(dovecot.port(), USER);
    loop.read(letters);
    kept();
    KEEPING.reset();
    for (int round = 0; round < rounds; round++) {
      bare.add(loop.read(letters));
      ours.add(kept());
      mbsync.add(MbsyncCopy.of(dovecot.port(), USER, letters));
    }
    show("bare Jakarta Mail loop, fetched and dropped", bare);
    show("Postbag, to durable rows", ours);
    show("mbsync, to a maildir", mbsync);
    say("of Postbag's time, %.2f s a round are the database's", KEEPING.sum() / 1e9 / rounds);
    say("Postbag / bare loop: %.2f", median(ours) / median(bare));
  }

  private void fill() {
    Random random = new Random(1);
    for (int number = 1; number <= letters; number++) {
      byte[] letter = letter(number, random).getBytes(StandardCharsets.US_ASCII);
      octets += letter.length;
      dovecot.deliver(USER, letter);
    }
    dovecot.doveadm("index", USER, "INBOX");
  }

  /// 8 kB of words on average, and in one of ten a picture of 100 kB.
  private static String letter(int number, Random random) {
    StringBuilder text = new StringBuilder();
    int length = 2_000 + random.nextInt(12_000);
    while (text.length() < length) {
      text.append("word")
          .append(random.nextInt(5_000))
          .append(random.nextInt(12) == 0 ? "\r\n" : " ");
    }
    String head =
        """
        From: Writer %1$d <writer%1$d@example.org>
        To: office@example.org
        Subject: Letter %1$d
        Message-ID: <%1$d@bench.example.org>
        Date: Fri, 20 Nov 2026 08:00:00 +0000
        MIME-Version: 1.0
        """
            .replace("\n", "\r\n");
    if (number % 10 != 0) {
      return head.formatted(number) + "Content-Type: text/plain\r\n\r\n" + text + "\r\n";
    }
    byte[] picture = new byte[ATTACHMENT];
    random.nextBytes(picture);
    return head.formatted(number)
        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
        + text
        + "\r\n--b\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + Base64.getMimeEncoder().encodeToString(picture)
        + "\r\n--b--\r\n";
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

  private static CamelContext collecting(MailboxSettings mailbox, Intake intake, Path data)
      throws Exception {
    InstantSource clock = InstantSource.system();
    CamelContext camel = new DefaultCamelContext();
    MailboxHealth health = new MailboxHealth(clock);
    OAuthTokens tokens = new OAuthTokens(data, clock);
    camel.addComponent(
        ImapComponent.SCHEME, new ImapComponent(List.of(mailbox), tokens, intake, health, clock));
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

  /// What one poll costs when nothing is new: round trips and octets of both directions.
  private static void idlePoll(DovecotServer dovecot, int size) throws Exception {
    String user = "idle";
    IntStream.rangeClosed(1, size)
        .forEach(n -> dovecot.deliver(user, "Subject: " + n + "\r\n\r\n" + n));
    dovecot.doveadm("index", user, "INBOX");
    Path data = Files.createTempDirectory("postbag-bench");
    try (FaultProxy proxy = FaultProxy.before(dovecot.port());
        Database database = Database.open(DatabaseSettings.in(data))) {
      MailboxSettings mailbox =
          DovecotServer.mailbox(user, proxy.port())
              .withStartFrom(new org.postbag.intake.StartFrom.Now())
              .withPollInterval(Duration.ofSeconds(2));
      Intake intake = new Intake(database, InstantSource.system());
      CamelContext camel = collecting(mailbox, intake, data);
      camel.start();
      camel.getRouteController().startRoute("collect");
      Thread.sleep(6_000);
      Instant begin = InstantSource.system().instant();
      int commands = proxy.commands().size();
      long passed = proxy.octets();
      Thread.sleep(20_000);
      double polls = Duration.between(begin, InstantSource.system().instant()).toMillis() / 2000.0;
      say(
          "idle poll of %d letters: %.1f round trips, %.0f octets",
          size, (proxy.commands().size() - commands) / polls, (proxy.octets() - passed) / polls);
      camel.stop();
    }
  }

  private static long heap() {
    return Runtime.getRuntime().maxMemory() / (1024 * 1024);
  }

  private void show(String what, List<Double> seconds) {
    say(
        "%-45s median %6.2f s (%s) = %5.0f letters/s",
        what,
        median(seconds),
        String.join(" ", seconds.stream().map(s -> "%.2f".formatted(s)).toList()),
        letters / median(seconds));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  @FormatMethod
  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
