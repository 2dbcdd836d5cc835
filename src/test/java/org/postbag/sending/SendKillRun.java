package org.postbag.sending;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.postbag.database.ChildProgram;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.email.MessageId;
import org.postbag.ledger.State;

/// Approved replies flow out of a program that is killed again and again; afterwards the database
/// is held against the ledger of the server.
public final class SendKillRun {
  /// Any command of the conversation.
  private static final String ANY = "";

  /// The steps at which the program is killed: its own, and those of the conversation.
  public static final List<String> CRASH_POINTS =
      List.of(
          "after-claim",
          "MAIL",
          "RCPT",
          "DATA",
          "kept-not-answered",
          "before-record",
          "after-record");

  /// What came of it.
  ///
  /// @param kills how often the program was killed
  /// @param faults what should not be, each in one sentence
  public record Result(
      int kills, long sent, long unclear, long copies, boolean ledgerStands, List<String> faults) {}

  /// How far into its life the program is killed at most; a letter takes three commands.
  private static final int MOST_LETTERS = 8;

  private static final int MOST_COMMANDS = 3 * MOST_LETTERS;

  private final Path folder;
  private final SplittableRandom random;
  private final AtomicReference<Process> running = new AtomicReference<>();
  private final AtomicInteger stepsLeft = new AtomicInteger();
  private volatile String killAt = SendingProcess.NEVER;

  public SendKillRun(Path folder, long seed) {
    this.folder = folder;
    this.random = new SplittableRandom(seed);
  }

  /// Runs with so many replies and at most so many kills; then until nothing is left.
  public Result run(int replies, int kills) throws IOException, InterruptedException {
    List<Long> approved;
    List<Long> others = new ArrayList<>();
    try (Database database = Database.open(DatabaseSettings.in(folder))) {
      SendingOffice office = new SendingOffice(database, InstantSource.system(), Duration.ZERO);
      approved = office.approved(replies);
      for (int i = 0; i < replies / 10; i++) {
        others.add(office.waiting());
      }
      for (Long undone : office.approved(replies / 10)) {
        office.decisions().undo(undone, SendingOffice.BEN);
        others.add(undone);
      }
    }
    try (LedgerSink sink = new LedgerSink(Optional.of(folder.resolve("sink.ledger")))) {
      sink.onMail(_ -> reached("kept-not-answered"));
      sink.onCommand(this::reached);
      int killed = 0;
      while (killed < kills && live(sink.port())) {
        killed++;
      }
      killAt = SendingProcess.NEVER;
      start(sink.port(), killAt).waitFor();
      return judge(sink, approved, others, killed);
    }
  }

  /// One life of the program, which ends at a step that is reached for a number of times that
  /// chance chooses; false when it ended by itself.
  private boolean live(int port) throws IOException, InterruptedException {
    boolean anywhere = random.nextBoolean();
    killAt = anywhere ? ANY : CRASH_POINTS.get(random.nextInt(CRASH_POINTS.size()));
    int times = random.nextInt(1, anywhere ? MOST_COMMANDS : MOST_LETTERS);
    stepsLeft.set(times);
    String own = killAt + ":" + times;
    return start(port, CRASH_POINTS.contains(killAt) ? own : SendingProcess.NEVER).waitFor() != 0;
  }

  private Process start(int port, String crash) throws IOException {
    Process process =
        ChildProgram.of(SendingProcess.class, folder, port, crash)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("process.log").toFile()))
            .start();
    running.set(process);
    return process;
  }

  /// The server has come to a step: a command, or a letter that is kept and not answered. The
  /// program goes on while it is being killed.
  private void reached(String step) {
    if (step.startsWith(killAt) && stepsLeft.decrementAndGet() <= 0) {
      running.get().destroyForcibly();
    }
  }

  private Result judge(LedgerSink sink, List<Long> approved, List<Long> others, int kills)
      throws IOException {
    Map<String, Long> copies =
        Files.readAllLines(folder.resolve("sink.ledger")).stream()
            .collect(Collectors.groupingBy(line -> line, Collectors.counting()));
    List<String> faults = new ArrayList<>();
    copies.forEach((id, n) -> {
      if (n != 1) {
        faults.add(id + " was sent " + n + " times");
      }
    });
    try (Database database = Database.open(DatabaseSettings.in(folder))) {
      SendingOffice office = new SendingOffice(database, InstantSource.system(), Duration.ZERO);
      long sent = 0;
      long unclear = 0;
      for (long letter : approved) {
        State state = office.state(letter);
        MessageId id = office.queue().approvalOf(letter).orElseThrow().messageId();
        boolean there = copies.containsKey(id.value());
        sent += state == State.SENT ? 1 : 0;
        unclear += state == State.UNCLEAR ? 1 : 0;
        if (state != State.SENT && state != State.UNCLEAR) {
          faults.add("letter " + letter + " is " + state.label() + " at the end");
        }
        if (state == State.SENT && !there) {
          faults.add("letter " + letter + " is lost: sent, and not at the server");
        }
      }
      for (long letter : others) {
        if (office.state(letter) != State.WAITING) {
          faults.add("letter " + letter + " moved without approval");
        }
      }
      long foreign = sink.mails().stream().filter(m -> isOf(m, others)).count();
      if (foreign > 0) {
        faults.add(foreign + " replies left unapproved");
      }
      boolean stands = office.ledger().verify().isEmpty();
      return new Result(kills, sent, unclear, copies.size(), stands, faults);
    }
  }

  private static boolean isOf(LedgerSink.Mail mail, List<Long> letters) {
    return letters.contains(Long.valueOf(mail.to().replaceAll("\\D", "")));
  }
}
