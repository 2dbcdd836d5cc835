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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.postbag.database.ChildProgram;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.email.MessageId;
import org.postbag.ledger.State;

/// Approved replies flow out of a program that is killed again and again; afterwards the database
/// is held against the ledger of the server.
public final class KillRun {
  /// The steps at which the program is killed in turn: its own, and those of the conversation.
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

  private final Path folder;
  private final SplittableRandom random;
  private final AtomicReference<Process> running = new AtomicReference<>();
  private volatile String killAt = "-";

  public KillRun(Path folder, long seed) {
    this.folder = folder;
    this.random = new SplittableRandom(seed);
  }

  /// Runs with so many replies and at most so many kills; then until nothing is left.
  ///
  /// @param pace how long the server takes for each letter
  public Result run(int replies, int kills, Duration pace)
      throws IOException, InterruptedException {
    List<Long> approved;
    List<Long> others = new ArrayList<>();
    try (Database database = Database.open(DatabaseSettings.in(folder))) {
      TestOffice office = new TestOffice(database, InstantSource.system(), Duration.ZERO);
      approved = office.approved(replies);
      for (int i = 0; i < replies / 10; i++) {
        others.add(office.waiting());
      }
      for (Long undone : office.approved(replies / 10)) {
        office.decisions().undo(undone, TestOffice.BEN);
        others.add(undone);
      }
    }
    try (LedgerSink sink = new LedgerSink(Optional.of(folder.resolve("sink.ledger")))) {
      sink.onMail(_ -> kept(pace));
      sink.onCommand(this::heard);
      int killed = 0;
      while (killed < kills && live(sink.port())) {
        killed++;
      }
      killAt = "-";
      start(sink.port(), "-").waitFor();
      return judge(sink, approved, others, killed);
    }
  }

  /// One life of the program; false when it ended by itself.
  private boolean live(int port) throws IOException, InterruptedException {
    boolean atRandom = random.nextBoolean();
    String point = CRASH_POINTS.get(random.nextInt(CRASH_POINTS.size()));
    killAt = atRandom ? "-" : point;
    Process process = start(port, atRandom ? "-" : point);
    if (atRandom && !process.waitFor(random.nextInt(300, 3000), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
    }
    return process.waitFor() != 0;
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

  private void heard(String command) {
    if (!killAt.equals("-") && command.startsWith(killAt)) {
      kill();
    }
  }

  private void kept(Duration pace) {
    if (killAt.equals("kept-not-answered")) {
      kill();
    }
    try {
      Thread.sleep(pace);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void kill() {
    Process process = running.get();
    if (process != null) {
      process.destroyForcibly();
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
      TestOffice office = new TestOffice(database, InstantSource.system(), Duration.ZERO);
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
