package org.postbag.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.postbag.intake.imap.DovecotServer;

/// How long a letter takes from its delivery to Dovecot until its draft is on the desk, with many
/// mailboxes in one daemon: in peace, and while one of them gets thousands of letters at once that
/// all need drafts.
///
/// Options: mailboxes (100), letters to measure (200), letters of the flood (10000).
public final class FreshnessBench {
  private static final int BETWEEN_MILLIS = 100;
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private final BenchLetters letters = new BenchLetters();
  private final Random chance = new Random(1);
  private final DovecotServer dovecot;
  private final DraftedRun daemon;
  private final int mailboxes;
  private int number;

  private FreshnessBench(DovecotServer dovecot, DraftedRun daemon, int mailboxes) {
    this.dovecot = dovecot;
    this.daemon = daemon;
    this.mailboxes = mailboxes;
  }

  public static void main(String[] options) throws Exception {
    int mailboxes = options.length > 0 ? Integer.parseInt(options[0]) : 100;
    int measured = options.length > 1 ? Integer.parseInt(options[1]) : 200;
    int flood = options.length > 2 ? Integer.parseInt(options[2]) : 10_000;
    String[] users =
        IntStream.range(0, mailboxes).mapToObj(FreshnessBench::user).toArray(String[]::new);
    try (DovecotServer dovecot = DovecotServer.start();
        DraftedRun daemon = DraftedRun.start(dovecot.port(), users)) {
      FreshnessBench bench = new FreshnessBench(dovecot, daemon, mailboxes);
      bench.measure("first", 50);
      bench.measure("in peace", measured);
      bench.flood(flood);
      bench.measure("while one mailbox gets " + flood + " at once", measured);
      System.out.printf(
          Locale.ROOT, "of the flood %d letters are still unread%n", daemon.unprocessed());
    }
    System.exit(0);
  }

  private static String user(int box) {
    return "box" + box;
  }

  private void flood(int count) {
    IntStream.range(0, count).forEach(_ -> dovecot.deliver(user(0), letters.next(++number)));
  }

  /// Delivers to mailboxes by chance, never to the flooded one, and waits for each letter's draft.
  private void measure(String when, int count) throws InterruptedException {
    List<Thread> waits = new ArrayList<>();
    List<Double> seconds = Collections.synchronizedList(new ArrayList<>());
    for (int at = 0; at < count; at++) {
      int letter = ++number;
      byte[] bytes = letters.next(letter);
      long begin = System.nanoTime();
      dovecot.deliver(user(1 + chance.nextInt(mailboxes - 1)), bytes);
      waits.add(Thread.ofVirtual().start(() -> seconds.add(untilDrafted(letter, begin))));
      Thread.sleep(BETWEEN_MILLIS);
    }
    for (Thread wait : waits) {
      wait.join();
    }
    show(when, seconds.stream().sorted().toList());
  }

  private void show(String when, List<Double> sorted) {
    System.out.printf(
        Locale.ROOT,
        "%d mailboxes, %s: %d letters to drafts, median %.2f s, p95 %.2f s, longest %.2f s%n",
        mailboxes,
        when,
        sorted.size(),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 95 / 100),
        sorted.getLast());
  }

  private double untilDrafted(int letter, long begin) {
    while (!isDrafted(letter)) {
      if (System.nanoTime() - begin > PATIENCE_NANOS) {
        throw new IllegalStateException("letter " + letter + " was not drafted in two minutes");
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private boolean isDrafted(int letter) {
    return daemon
        .database()
        .sql(
            "SELECT d.letter_id FROM draft d JOIN letter l ON l.id = d.letter_id"
                + " WHERE l.message_id = ?")
        .param("<" + letter + "@bench.example.org>")
        .query(Long.class)
        .optional()
        .isPresent();
  }
}
