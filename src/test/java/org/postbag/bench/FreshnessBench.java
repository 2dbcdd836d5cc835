package org.postbag.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
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
import org.postbag.intake.imap.ImapComponent;

/// How long a letter takes from its delivery to Dovecot until it is kept, with many mailboxes,
/// first in peace and then while one of them imports ten thousand letters.
///
/// Options: mailboxes (100), letters to measure (200), letters to import (10000).
public final class FreshnessBench {
  private static final Duration BETWEEN = Duration.ofMillis(100);
  private static final long PATIENCE_MILLIS = 60_000;

  private final DovecotServer dovecot;
  private final Database database;
  private final Random chance = new Random(1);

  private FreshnessBench(DovecotServer dovecot, Database database) {
    this.dovecot = dovecot;
    this.database = database;
  }

  public static void main(String[] options) throws Exception {
    int mailboxes = options.length > 0 ? Integer.parseInt(options[0]) : 100;
    int measured = options.length > 1 ? Integer.parseInt(options[1]) : 200;
    int imported = options.length > 2 ? Integer.parseInt(options[2]) : 10_000;
    Path data = Files.createTempDirectory("postbag-bench");
    try (DovecotServer dovecot = DovecotServer.start();
        Database database = Database.open(DatabaseSettings.in(data))) {
      IntStream.range(0, mailboxes).forEach(box -> dovecot.deliver(user(box), letter("first")));
      CamelContext camel = collecting(dovecot, database, data, mailboxes);
      camel.start();
      FreshnessBench bench = new FreshnessBench(dovecot, database);
      bench.awaitCount(mailboxes);
      bench.measure("in peace", mailboxes, measured);
      IntStream.range(0, imported).forEach(n -> dovecot.deliver(user(0), letter("import" + n)));
      bench.measure("during an import of " + imported, mailboxes, measured);
      camel.stop();
    }
  }

  private static String user(int box) {
    return "box" + box;
  }

  private static String letter(String id) {
    return "From: a@example.org\r\nMessage-ID: <%s@fresh.example.org>\r\n\r\n%s\r\n"
        .formatted(id, "Some words of a letter. ".repeat(300));
  }

  private static CamelContext collecting(
      DovecotServer dovecot, Database database, Path data, int mailboxes) throws Exception {
    InstantSource clock = InstantSource.system();
    List<MailboxSettings> settings =
        IntStream.range(0, mailboxes)
            .mapToObj(box -> DovecotServer.mailbox(user(box), dovecot.port()))
            .map(mailbox -> mailbox.withPollInterval(Duration.ofMinutes(1)))
            .toList();
    Intake intake = new Intake(database, clock);
    CamelContext camel = new DefaultCamelContext();
    camel.addComponent(
        ImapComponent.SCHEME,
        new ImapComponent(
            settings, new OAuthTokens(data, clock), intake, new MailboxHealth(clock), clock));
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("imap-letters:all").process().body(Batch.class, intake::keep);
          }
        });
    return camel;
  }

  private void awaitCount(int count) throws InterruptedException {
    while (database.sql("SELECT count(*) FROM letter").query(Long.class).single() < count) {
      Thread.sleep(20);
    }
  }

  /// Delivers to mailboxes by chance, never to the one that imports, and waits for each letter's
  /// row.
  private void measure(String when, int mailboxes, int letters) throws InterruptedException {
    List<Thread> waits = new ArrayList<>();
    List<Double> seconds = Collections.synchronizedList(new ArrayList<>());
    for (int number = 0; number < letters; number++) {
      String id = when.replace(' ', '-') + number;
      long begin = System.nanoTime();
      dovecot.deliver(user(1 + chance.nextInt(mailboxes - 1)), letter(id));
      waits.add(Thread.ofVirtual().start(() -> seconds.add(untilKept(id, begin))));
      Thread.sleep(BETWEEN);
    }
    for (Thread wait : waits) {
      wait.join();
    }
    List<Double> sorted = seconds.stream().sorted().toList();
    System.out.println(
        String.format(
            Locale.ROOT,
            "%d mailboxes, %s: %d letters, median %.2f s, p95 %.2f s, longest %.2f s",
            mailboxes,
            when,
            letters,
            sorted.get(letters / 2),
            sorted.get(letters * 95 / 100),
            sorted.getLast()));
  }

  private double untilKept(String id, long begin) {
    String messageId = "<" + id + "@fresh.example.org>";
    while (database
        .sql("SELECT id FROM letter WHERE message_id = ?")
        .param(messageId)
        .query(Long.class)
        .optional()
        .isEmpty()) {
      if (System.nanoTime() - begin > PATIENCE_MILLIS * 1_000_000) {
        throw new IllegalStateException("a letter was not kept within a minute");
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return (System.nanoTime() - begin) / 1e9;
  }
}
