package org.postbag.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.TestOffice;
import org.postbag.cli.CommandLineFrame;
import org.postbag.database.Child;
import org.postbag.database.ChildProgram;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.intake.imap.DovecotServer;
import org.postbag.past.made.MadeLetter;
import org.postbag.past.made.MadeOffice;

/// `past read` over a real IMAP server.
class PastReadIT {
  private static final String OWN = MadeOffice.ADDRESS;

  private static DovecotServer dovecot;

  @TempDir Path folder;
  private final StringWriter said = new StringWriter();

  @BeforeAll
  static void start() {
    dovecot = DovecotServer.start();
  }

  @AfterAll
  static void stop() {
    dovecot.close();
  }

  private List<MadeLetter> fill(String user, int received) {
    List<MadeLetter> mailbox = MadeOffice.mailbox(11, received);
    for (MadeLetter made : mailbox) {
      String place = made.folder().equals("Sent") ? "Gesendet" : made.folder();
      dovecot.deliver(user, place, made.bytes(), made.at());
    }
    TestOffice.at(folder, dovecot.port(), Duration.ofSeconds(1), user);
    return mailbox;
  }

  private int read(String... more) {
    PrintWriter out = new PrintWriter(said, true);
    String[] all = new String[more.length + 8];
    String[] first = {
      "past",
      "read",
      "--own",
      OWN,
      "--config",
      folder.resolve("config").toString(),
      "--data",
      folder.resolve("data").toString()
    };
    System.arraycopy(first, 0, all, 0, 8);
    System.arraycopy(more, 0, all, 8, more.length);
    return new CommandLineFrame(out, out, Map.of()).run(all);
  }

  private <T> T kept(java.util.function.Function<Past, T> question) {
    try (Database database = Database.open(DatabaseSettings.in(folder.resolve("data")))) {
      return question.apply(new Past(database));
    }
  }

  private Set<String> keys() {
    return kept(past -> {
      Set<String> keys = new HashSet<>();
      for (Direction direction : Direction.values()) {
        past.letters(direction).map(MadeLetter::key).forEach(keys::add);
      }
      return keys;
    });
  }

  private static Set<String> keys(List<MadeLetter> mailbox) {
    return mailbox.stream().map(MadeLetter::key).collect(Collectors.toSet());
  }

  @Test
  void allLettersAreReadOnceAndNothingChangesOnTheServer() {
    List<MadeLetter> mailbox = fill("readonce", 300);
    List<String> before = dovecot.files("readonce");
    String flags = dovecot.doveadm("fetch", "readonce", "flags", "mailbox", "*", "all");

    assertThat(read("--all")).as(said.toString()).isZero();
    assertThat(keys()).isEqualTo(keys(mailbox));
    assertThat(dovecot.doveadm("fetch", "readonce", "flags", "mailbox", "*", "all"))
        .isEqualTo(flags);
    assertThat(dovecot.files("readonce")).hasSameSizeAs(before);
    assertThat(flags).doesNotContain("\\Seen");

    assertThat(read("--all")).isZero();
    assertThat(said.toString()).contains("0 letters read, 0 of them new");
  }

  @Test
  void repliesAreFoundWithTheirLetters() {
    List<MadeLetter> mailbox = fill("pairs", 300);
    Map<Integer, String> numbers = new HashMap<>();
    mailbox.forEach(made -> numbers.put(made.number(), made.key()));

    assertThat(read("--all")).isZero();

    Map<String, String> pairs =
        kept(past ->
            past.answered()
                .collect(
                    Collectors.toMap(
                        pair -> MadeLetter.key(pair.reply()),
                        pair -> MadeLetter.key(pair.letter()))));
    List<MadeLetter> replies = mailbox.stream().filter(m -> m.answers().isPresent()).toList();
    long right =
        replies.stream()
            .filter(m -> Objects.equals(numbers.get(m.answers().getAsInt()), pairs.get(m.key())))
            .count();
    assertThat((double) right / replies.size()).isGreaterThan(0.97);
  }

  @Test
  void onlyLettersSinceADayAreReadAndEarlierOnesWhenTheyAreAskedFor() {
    List<MadeLetter> mailbox = fill("since", 120);

    assertThat(read("--since", "2025-11-01")).isZero();
    assertThat(keys())
        .isEqualTo(
            mailbox.stream()
                .filter(m -> !m.at().isBefore(java.time.Instant.parse("2025-11-01T00:00:00Z")))
                .map(MadeLetter::key)
                .collect(Collectors.toSet()));
    assertThat(read("--all")).isZero();
    assertThat(keys()).isEqualTo(keys(mailbox));
  }

  @Test
  void aReadingThatIsKilledTwentyTimesLosesNoLetterAndKeepsNoneTwice() throws Exception {
    List<MadeLetter> mailbox = fill("killed", 350);
    long seed = new Random().nextLong();
    Random chance = new Random(seed);
    int killed = 0;
    for (int kill = 1; kill <= 20; kill++) {
      Child child =
          Child.start(
              ChildProgram.of(
                  KilledPastReader.class, folder.resolve("data"), dovecot.port(), "killed"));
      child.killAfter("statement", chance.nextInt(1, 300));
      killed += child.end() == Child.KILLED ? 1 : 0;
    }

    assertThat(read("--all")).as("seed %d", seed).isZero();
    assertThat(keys()).as("seed %d", seed).isEqualTo(keys(mailbox));
    Past.Account account = kept(Past::account);
    assertThat(account.received() + account.sent()).isEqualTo(mailbox.size());
    assertThat(killed).as("kills while it read").isGreaterThan(5);
  }

  @Test
  void whatCannotBeReadIsSaidInOneLine() throws Exception {
    fill("errors", 1);

    assertThat(read("--mailbox", "nobody")).isEqualTo(2);
    assertThat(read("--folder", "Elsewhere")).isEqualTo(2);
    assertThat(read("--all", "--since", "2025-01-01")).isEqualTo(2);
    assertThat(read("--mbox", folder.resolve("none.mbox").toString())).isEqualTo(2);
    Path config = folder.resolve("config/application.yaml");
    Files.writeString(config, Files.readString(config).replace("password: secret", "password: no"));
    assertThat(read("--all")).isEqualTo(1);
    assertThat(said.toString())
        .contains("no mailbox is called `nobody`; there are [errors]")
        .contains("not all of [Elsewhere] are there; its folders are [")
        .contains("errors: IMAP")
        .doesNotContain("Exception");
  }
}
