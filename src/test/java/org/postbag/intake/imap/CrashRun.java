package org.postbag.intake.imap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.postbag.database.Child;
import org.postbag.database.ChildProgram;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.ledger.Ledger;

/// Lets the office die at one named point, start again, and come to rest; then compares rows,
/// drafts and ledger with the mailbox.
///
/// @param round tells the mailboxes of several runs apart
public record CrashRun(DovecotServer dovecot, CrashPoint point, int round) {
  private static final int LETTERS = 40;
  private static final int LATER = 5;

  /// What was wrong in the end; empty when nothing was.
  public List<String> faults() throws IOException, InterruptedException {
    String user = point.label() + round;
    Path data = Files.createTempDirectory("postbag-crash");
    int letters = deliver(user, 0, LETTERS);
    if (point.renumbers()) {
      untilDrafted(user, data, letters);
      dovecot.forgetUids(user);
      letters = deliver(user, letters, LATER);
    }
    if (start(user, data, point.name()).end() != Child.KILLED) {
      return List.of(point.label() + " was never reached");
    }
    letters = deliver(user, letters, LATER);
    untilDrafted(user, data, letters);
    return compare(data, letters);
  }

  private int deliver(String user, int from, int count) {
    for (int number = from; number < from + count; number++) {
      dovecot.deliver(user, text(number));
    }
    return from + count;
  }

  private static String text(int number) {
    return "From: writer%1$d@example.org\r\nMessage-ID: <%1$d@crash.example.org>\r\n\r\nCalais %1$d %2$s\r\n"
        .formatted(number, "and so on ".repeat(number * 50));
  }

  private Child start(String user, Path data, String point) throws IOException {
    return Child.start(ChildProgram.of(KilledOffice.class, data, dovecot.port(), user, point));
  }

  /// Runs the office until all is drafted and the reader is at rest, and kills it.
  private void untilDrafted(String user, Path data, int letters)
      throws IOException, InterruptedException {
    Child office = start(user, data, "never").untilPrinted("idle", 1);
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofMillis(100))
          .until(() -> count(data, "SELECT count(*) FROM draft") >= letters);
      office.untilPrinted("idle", office.times("idle") + 1);
    } finally {
      office.kill();
    }
  }

  private static long count(Path data, String sql) {
    try (Database database = Database.open(DatabaseSettings.in(data))) {
      return database.sql(sql).query(Long.class).single();
    }
  }

  private List<String> compare(Path data, int letters) {
    List<String> faults = new ArrayList<>();
    try (Database database = Database.open(DatabaseSettings.in(data))) {
      for (String table :
          List.of(
              "letter", "letter_raw", "letter_place", "letter_state", "ledger_entry", "draft")) {
        expect(faults, letters, database, "SELECT count(*) FROM " + table);
      }
      expect(faults, letters, database, "SELECT count(DISTINCT message_id) FROM letter");
      expect(faults, 0, database, "SELECT count(*) FROM mailbox_gap");
      for (int number = 0; number < letters; number++) {
        expectWhole(faults, database, number);
      }
      new Ledger(database, InstantSource.system()).verify().ifPresent(faults::add);
    }
    return faults.stream().map(fault -> point.label() + ": " + fault).toList();
  }

  private static void expect(List<String> faults, long wanted, Database database, String sql) {
    long found = database.sql(sql).query(Long.class).single();
    if (found != wanted) {
      faults.add(sql + " is " + found + ", not " + wanted);
    }
  }

  private static void expectWhole(List<String> faults, Database database, int number) {
    boolean whole =
        database
            .sql(
                "SELECT rfc822 FROM letter_raw r JOIN letter l ON l.id = r.letter_id"
                    + " WHERE message_id = ?")
            .param("<" + number + "@crash.example.org>")
            .query((row, _) ->
                new String(row.getBytes(1), java.nio.charset.StandardCharsets.ISO_8859_1))
            .list()
            .equals(List.of(text(number)));
    if (!whole) {
      faults.add("letter " + number + " is not there once and whole");
    }
  }
}
