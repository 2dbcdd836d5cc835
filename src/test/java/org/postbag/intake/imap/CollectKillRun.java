package org.postbag.intake.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;
import org.postbag.database.Child;
import org.postbag.database.ChildProgram;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;

/// Letters flow into a real mailbox while the process that reads it is killed, again and again,
/// after a number of steps that chance chooses; then the rows are compared with the mailbox.
///
/// @param letters how many flow in, a part before each kill
public record CollectKillRun(
    DovecotServer dovecot, Path data, int letters, int kills, Random chance) {
  private static final String USER = "killed";

  /// A letter takes at least these lines of IMAP: the answer with its size, and the first and the
  /// last line of the one with its octets.
  private static final int LINES = 3;

  /// A batch of letters takes about as many statements, each told before and after.
  private static final int STATEMENTS = 30;

  /// What was found at the end.
  ///
  /// @param whileReading the kills that left letters unread
  /// @param afterKeeping the kills before which the same process had kept letters
  public record Result(
      int delivered, int kept, int different, int whole, int whileReading, int afterKeeping) {}

  /// Runs to the end and compares.
  public Result run() throws IOException, InterruptedException {
    int delivered = 0;
    int interrupted = 0;
    int productive = 0;
    for (int kill = 1; kill <= kills; kill++) {
      int next = letters * kill / kills;
      int before = kept();
      Child reader = start();
      if (kill % 2 == 0) {
        reader.killAfter("statement", chance.nextInt(1, STATEMENTS));
      } else {
        reader.killAfter("line", chance.nextInt(1, LINES * (next - before)));
      }
      for (; delivered < next; delivered++) {
        dovecot.deliver(USER, text(delivered));
      }
      reader.end();
      int now = kept();
      interrupted += now < delivered ? 1 : 0;
      productive += now > before ? 1 : 0;
    }
    finish(delivered);
    return compare(delivered, interrupted, productive);
  }

  private static String text(int number) {
    return "From: a@example.org\r\nMessage-ID: <%1$d@kill.example.org>\r\n\r\nLetter %1$d %2$s\r\n"
        .formatted(number, "x".repeat(number % 4000));
  }

  private Child start() throws IOException {
    return Child.start(ChildProgram.of(KilledReader.class, data, dovecot.port(), USER))
        .untilPrinted("reading", 1);
  }

  /// Until all is kept, and the folder was read through once more.
  private void finish(int delivered) throws IOException, InterruptedException {
    Child reader = start();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> kept() >= delivered);
    reader.untilPrinted("idle", reader.times("idle") + 2);
    reader.kill();
  }

  private int kept() {
    return number("SELECT count(*) FROM letter");
  }

  private int number(String sql) {
    try (Database database = Database.open(DatabaseSettings.in(data))) {
      return database.sql(sql).query(Long.class).single().intValue();
    }
  }

  private Result compare(int delivered, int interrupted, int productive) {
    int whole = 0;
    try (Database database = Database.open(DatabaseSettings.in(data))) {
      for (int number = 0; number < delivered; number++) {
        whole += isWhole(database, number) ? 1 : 0;
      }
    }
    return new Result(
        delivered,
        kept(),
        number("SELECT count(DISTINCT message_id) FROM letter"),
        whole,
        interrupted,
        productive);
  }

  private static boolean isWhole(Database database, int number) {
    return database
        .sql(
            "SELECT rfc822 FROM letter_raw r JOIN letter l ON l.id = r.letter_id"
                + " WHERE message_id = ?")
        .param("<" + number + "@kill.example.org>")
        .query((row, _) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
        .optional()
        .filter(text(number)::equals)
        .isPresent();
  }
}
