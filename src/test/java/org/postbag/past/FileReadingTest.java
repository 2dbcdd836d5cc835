package org.postbag.past;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.database.Database;
import org.postbag.database.TestDatabases;

/// The past from files on disk.
class FileReadingTest {
  @TempDir Path folder;
  private final Database database = TestDatabases.sqlite();
  private final Past past = new Past(database);

  @AfterEach
  void close() {
    database.close();
  }

  private PastImport past(Instant since) {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-30T12:00:00Z"));
    return new PastImport(
        database, Set.of(PastTest.OFFICE), since, new ReadingProgress(clock), clock);
  }

  private static String mail(String from, String number, String text) {
    return """
    From: %s
    To: somebody@example.com
    Message-ID: <%s@example.com>
    Subject: Buses

    %s
    """
        .formatted(from, number, text);
  }

  private static String inMbox(String mail) {
    return "From ann@example.com Mon Nov  2 10:00:00 2026\n" + mail + "\n";
  }

  private List<String> texts() {
    return Stream.of(Direction.values())
        .flatMap(past::letters)
        .map(letter -> letter.direction().word() + ": " + letter.ownText())
        .toList();
  }

  @Test
  void anMboxFileIsReadLetterByLetter() throws IOException {
    Path file = folder.resolve("2026.mbox");
    Files.writeString(
        file,
        inMbox(mail("ann@example.com", "1", "One.\nFrom here on it is not a new letter."))
            + inMbox(mail("office@example.org", "2", "Two.\n\n>From a line that was quoted."))
            + inMbox(mail("bob@example.com", "3", "Three.")));

    past(Instant.EPOCH).mbox(file);

    assertThat(texts())
        .containsExactly(
            "received: One.\nFrom here on it is not a new letter.",
            "received: Three.",
            "sent: Two.\n\nFrom a line that was quoted.");
    assertThat(past.letters(Direction.RECEIVED).map(PastLetter::at))
        .containsOnly(Instant.parse("2026-11-02T10:00:00Z"));
  }

  @Test
  void anMboxFileThatGrewIsReadOn() throws IOException {
    Path file = folder.resolve("inbox");
    Files.writeString(file, inMbox(mail("ann@example.com", "1", "One. " + "x".repeat(600))));
    past(Instant.EPOCH).mbox(file);
    Files.writeString(
        file, inMbox(mail("bob@example.com", "2", "Two.")), UTF_8, StandardOpenOption.APPEND);

    InstantSource clock = InstantSource.system();
    ReadingProgress progress = new ReadingProgress(clock);
    new PastImport(database, Set.of(PastTest.OFFICE), Instant.EPOCH, progress, clock).mbox(file);

    assertThat(progress.counts()).isEqualTo(new ReadingProgress.Counts(1, 1, 0));
    assertThat(past.account().received()).isEqualTo(2);
  }

  @Test
  void aMaildirIsReadWithItsFolders() throws IOException {
    put("cur", "1.a:2,S", mail("ann@example.com", "1", "One."));
    put("new", "2.b", mail("bob@example.com", "2", "Two."));
    put(".Sent/cur", "3.c:2,S", mail("carl@example.com", "3", "Sent on behalf."));
    put("tmp", "4.d", mail("dora@example.com", "4", "Not delivered yet."));

    past(Instant.EPOCH).maildir(folder);
    past(Instant.EPOCH).maildir(folder);

    assertThat(texts())
        .containsExactlyInAnyOrder("received: One.", "received: Two.", "sent: Sent on behalf.");
  }

  private void put(String part, String name, String mail) throws IOException {
    Files.createDirectories(folder.resolve(part));
    Files.writeString(folder.resolve(part).resolve(name), mail);
  }

  @Test
  void whatIsNoLetterIsKeptWithWhatCanBeRead() throws IOException {
    Path file = folder.resolve("broken.mbox");
    byte[] noise = new byte[300_000];
    new java.util.Random(1).nextBytes(noise);
    Files.write(file, inMbox("").getBytes(UTF_8));
    Files.write(file, noise, StandardOpenOption.APPEND);
    Files.writeString(
        file,
        "\n\n" + inMbox(mail("ann@example.com", "1", "After the noise.")),
        UTF_8,
        StandardOpenOption.APPEND);

    past(Instant.EPOCH).mbox(file);

    assertThat(texts()).contains("received: After the noise.");
  }

  @Test
  void olderLettersThanWantedAreLeftOut() throws IOException {
    Path file = folder.resolve("2026.mbox");
    Files.writeString(file, inMbox(mail("ann@example.com", "1", "One.")));

    past(Instant.parse("2026-11-03T00:00:00Z")).mbox(file);
    assertThat(texts()).isEmpty();
    past(Instant.parse("2026-11-01T00:00:00Z")).mbox(file);
    assertThat(texts()).containsExactly("received: One.");
  }
}
