package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.cli.CommandLineFrame;
import org.postbag.database.Database;
import org.postbag.intake.Intake;
import org.postbag.intake.imap.DovecotServer;
import org.postbag.web.Notice;
import org.postbag.web.Notices;

/// Reconciliation on demand, from the terminal through the running daemon to a real Dovecot.
class ReconcileIT {
  private static final String USER = "office";

  @TempDir Path folder;
  private final DovecotServer dovecot = DovecotServer.start();
  private Daemon daemon;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeEach
  void startWithThreeLetters() {
    daemon = Daemon.start(TestOffice.at(folder, dovecot.port(), Duration.ofSeconds(2), USER));
    await(() -> daemon.door(Intake.class).cursor(USER, "INBOX").isPresent());
    for (int number = 1; number <= 3; number++) {
      dovecot.deliver(USER, "Message-ID: <%1$d@example.org>\r\n\r\n%1$d".formatted(number));
    }
    await(() -> letters() == 3);
  }

  @AfterEach
  void stop() {
    daemon.close();
    dovecot.close();
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
  }

  private long letters() {
    return number("SELECT count(*) FROM letter");
  }

  private long number(String sql) {
    return daemon.door(Database.class).sql(sql).query(Long.class).single();
  }

  private int reconcile(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    List<String> line = new ArrayList<>(List.of("reconcile", "--data", folder + "/data"));
    line.addAll(List.of(arguments));
    return new CommandLineFrame(new PrintWriter(out), new PrintWriter(err, true), Map.of())
        .run(line.toArray(String[]::new));
  }

  private List<String> notices() {
    return daemon.door(Notices.class).now().stream().map(Notice::toString).toList();
  }

  private String health() throws IOException, InterruptedException {
    URI address = daemon.address().resolve("/actuator/health");
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    }
  }

  /// As if the letter had never been kept.
  private void lose(long uid) {
    Database database = daemon.door(Database.class);
    await(() -> number("SELECT count(*) FROM draft") == 3);
    database.doInTransaction(() -> {
      database.sql("DELETE FROM letter_place WHERE uid = ?").param(uid).update();
      for (String table :
          new String[] {
            "letter_note",
            "letter_holder",
            "letter_snooze",
            "letter_reader",
            "letter_writing",
            "draft",
            "letter_match",
            "letter_state",
            "letter_raw"
          }) {
        database
            .sql(
                "DELETE FROM %s WHERE letter_id = (SELECT id FROM letter WHERE uid = ?)"
                    .formatted(table))
            .param(uid)
            .update();
      }
      database.sql("DELETE FROM letter WHERE uid = ?").param(uid).update();
    });
  }

  @Test
  void aLetterThatIsNotKnownIsNamedEverywhereAndFetched() throws Exception {
    assertThat(reconcile()).isZero();
    assertThat(out.toString()).startsWith("office/INBOX: 3 letters, 3 kept");
    assertThat(health()).contains("UP");
    lose(2);

    assertThat(reconcile("--json", USER)).isEqualTo(1);
    assertThat(out.toString()).contains("\"balances\":false", "\"missing\":[2]");
    assertThat(notices()).anyMatch(n -> n.contains("not known") && n.contains("UIDs: 2"));
    assertThat(health()).contains("WARNING");

    await(() -> letters() == 3);
    assertThat(reconcile()).isZero();
    assertThat(notices()).noneMatch(n -> n.contains("not known"));
    assertThat(health()).contains("UP").doesNotContain("WARNING");
  }

  @Test
  void aLetterThatVanishedIsCountedAndIsNoAlarm() {
    dovecot.doveadm("expunge mailbox INBOX uid 1", USER);
    assertThat(reconcile()).isZero();
    assertThat(out.toString()).contains("2 letters, 2 kept", "1 moved or deleted since");
    assertThat(letters()).isEqualTo(3);
  }

  @Test
  void whatCannotBeComparedIsSaid() {
    assertThat(reconcile("nobody")).isEqualTo(1);
    assertThat(err.toString()).contains("No mailbox is called nobody");
    dovecot.close();
    assertThat(reconcile()).isEqualTo(1);
    assertThat(err.toString()).contains("nothing listens at");
  }
}
