package org.postbag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.database.NodeLease;
import org.postbag.database.TestDatabases;
import org.postbag.database.TestLetters;

/// `run` where it cannot: one sentence that names what, why and the mend.
class CannotStartTest {
  @TempDir Path folder;
  private final StringWriter err = new StringWriter();
  private Path config;
  private Path data;

  @BeforeEach
  void configuration() throws IOException {
    config = folder.resolve("config");
    data = folder.resolve("data");
    Files.createDirectories(config.resolve("topics"));
    Files.createDirectories(config.resolve("replies"));
    settings(0);
  }

  private void settings(int port) throws IOException {
    Files.writeString(
        config.resolve("application.yaml"), "postbag:\n  desk:\n    port: " + port + "\n");
  }

  private String run(String... verb) {
    return run(1, verb);
  }

  private String run(int expected, String... verb) {
    err.getBuffer().setLength(0);
    String[] line = new String[4 + verb.length];
    System.arraycopy(
        new String[] {"--config", config.toString(), "--data", data.toString()}, 0, line, 0, 4);
    System.arraycopy(verb, 0, line, 4, verb.length);
    PrintWriter lines = new PrintWriter(err, true);
    int status =
        new CommandLineFrame(new PrintWriter(new StringWriter()), lines, Map.of()).run(line);
    assertThat(status).isEqualTo(expected);
    assertThat(err.toString().lines()).hasSize(1);
    return err.toString();
  }

  @Test
  void aFileInPlaceOfTheDataFolder() throws IOException {
    Files.writeString(data, "");
    assertThat(run("run")).contains(data + ": a file stands where a folder must be; move it away");
  }

  @Test
  void aDataFolderInWhichThereIsNoDatabaseHasNoLedgerThatStands() {
    assertThat(run(2, "audit", "verify")).contains(data + ": there is no database in it");
    assertThat(data).doesNotExist();
  }

  @Test
  void aLedgerThatNoLongerHoldsTheExportedHeadDoesNotStand() throws IOException {
    Database.open(DatabaseSettings.in(data)).close();
    Files.writeString(
        data.resolve("ledger-head.txt"), "7:" + "a".repeat(64) + " 2026-11-30T08:00:00Z\n");
    assertThat(run("audit", "verify")).contains("no longer holds the head 7:aaaa");
    Files.writeString(data.resolve("ledger-head.txt"), "7 letters\n");
    assertThat(run("audit", "verify"))
        .contains("ledger-head.txt: no head of a ledger stands in it");
  }

  @Test
  void aLetterWhoseBytesWereChangedDoesNotStand() {
    try (Database database = Database.open(DatabaseSettings.in(data))) {
      long letter = TestLetters.keep(database);
      database.doInTransaction(() ->
          database
              .sql("INSERT INTO letter_raw (letter_id, rfc822) VALUES (:letter, x'41')")
              .param("letter", letter)
              .update());
    }
    assertThat(run("audit", "verify"))
        .contains("verify: letter 1 does not hold the bytes that were collected");
  }

  @Test
  void aNodeWhoseNameIsTakenOnTheDatabase() throws IOException {
    DatabaseSettings database = TestDatabases.postgresqlSettings();
    String url = database.url().orElseThrow().substring("jdbc:".length());
    Files.writeString(
        config.resolve("application.yaml"),
        """
        postbag:
          sending:
            node: north
          desk:
            port: 0
          database:
            url: %s
            username: postgres
        """
            .formatted(url.substring(0, url.indexOf('?'))));
    try (NodeLease north = new NodeLease(database, "north")) {
      assertThat(north.acquire()).isEmpty();
      assertThat(run(2, "run"))
          .contains("in use by another node named north (postbag north, process ")
          .contains("postbag.sending.node");
    }
  }

  @Test
  void whatIsNoDatabase() throws IOException {
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    Files.createDirectories(data);
    Files.write(data.resolve("postbag.db"), noise);
    String file = data.resolve("postbag.db").toString();
    for (String verb : new String[] {"run", "topics list"}) {
      assertThat(run(verb.split(" ")))
          .contains(file + ": this is no database, or a damaged one; put a backup");
    }
  }

  @Test
  void aFolderInPlaceOfTheDatabase() throws IOException {
    Files.createDirectories(data.resolve("postbag.db"));
    assertThat(run("run")).contains("a folder stands where the database's file must be; move it");
  }

  @Test
  void aPortThatIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      settings(taken.getLocalPort());
      assertThat(run("run"))
          .contains("port " + taken.getLocalPort() + " is in use", "postbag.desk.port");
    }
  }

  @Test
  void aDatabaseServerThatIsAway() throws IOException {
    Files.writeString(
        config.resolve("application.yaml"),
        "postbag:\n  database:\n    url: postgresql://127.0.0.1:1/postbag\n");
    assertThat(run("run")).contains("postgresql://127.0.0.1:1/postbag", "start it, or mend");
  }
}
