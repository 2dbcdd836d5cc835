package org.postbag;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.postbag.database.Database;
import org.postbag.intake.Intake;
import org.postbag.intake.imap.DovecotServer;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.review.Decisions;
import org.postbag.review.DraftVersion;
import org.postbag.review.Filter;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.postbag.sending.LedgerSink;
import org.postbag.sending.StartupCheck;
import org.postbag.settings.Settings;
import org.postbag.settings.SettingsReader;

/// Replies leave while a copy of the database is made at a random moment; later a daemon starts on
/// the copy, beside the same mailbox and the same mail server, which keeps count of what it took.
public final class RestoredCopies implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration QUIET = Duration.ofSeconds(3);

  /// What one copy did.
  ///
  /// @param unclear replies of the copy that were held back or settled by the mailbox
  /// @param twice recipients who got a reply more than once
  /// @param told letters that wait in the copy and are said to be answered
  /// @param waiting letters that wait in the copy although their reply has left
  public record Result(
      int letters, int left, long unclear, List<String> twice, int told, int waiting) {}

  private final DovecotServer dovecot = DovecotServer.start();
  private final Path folder;
  private final int letters;
  private final Random random;
  private int round;

  /// @param letters how many are answered in each round
  public RestoredCopies(Path folder, int letters, Random random) {
    this.folder = folder;
    this.letters = letters;
    this.random = random;
  }

  /// One copy, made at a random moment.
  public Result run() {
    String user = "office" + ++round;
    try (LedgerSink sink = new LedgerSink()) {
      Path original = folder.resolve("original" + round);
      Path copy = folder.resolve("copy" + round);
      int left = original(settings(original, user, sink), copy, user, sink);
      return copied(settings(copy, user, sink), left, sink);
    }
  }

  /// Answers all letters, and copies the database meanwhile.
  private int original(Settings settings, Path copy, String user, LedgerSink sink) {
    try (Daemon daemon = Daemon.start(settings)) {
      until(() -> daemon.door(Intake.class).cursor("office", "INBOX").isPresent());
      for (int number = 0; number < letters; number++) {
        dovecot.deliver(user, letter(number));
      }
      until(() -> of(daemon, State.WAITING).size() == letters);
      Thread approver = Thread.ofVirtual().start(() -> approve(daemon));
      pause(random.nextInt(4_000));
      copy(daemon, copy);
      approver.join();
      until(() -> of(daemon, State.SENT).size() == letters);
      until(() -> untraced(daemon) == 0);
      return sink.mails().size();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void approve(Daemon daemon) {
    for (QueueItem item : of(daemon, State.WAITING)) {
      pause(random.nextInt(2_000 / letters));
      var _ =
          daemon
              .door(Decisions.class)
              .approve(new DraftVersion(item.letter(), item.version()), new Actor("ann"));
    }
  }

  private static void copy(Daemon daemon, Path folder) {
    try {
      Path data = Files.createDirectories(folder.resolve("data"));
      daemon.door(Database.class).sql("VACUUM INTO '" + data.resolve("postbag.db") + "'").update();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts on the copy, and lets it do what it will.
  private Result copied(Settings settings, int left, LedgerSink sink) {
    try (Daemon daemon = Daemon.start(settings)) {
      until(() -> daemon.door(StartupCheck.class).isDone("office"));
      until(() -> of(daemon, State.APPROVED).isEmpty() && of(daemon, State.SENDING).isEmpty());
      pause((int) QUIET.toMillis());
      List<QueueItem> waiting = of(daemon, State.WAITING);
      return new Result(
          letters,
          left,
          unclear(daemon),
          twice(sink),
          daemon.door(StartupCheck.class).answeredElsewhere().size(),
          waiting.size());
    }
  }

  private static long unclear(Daemon daemon) {
    Ledger ledger = daemon.door(Ledger.class);
    return ledger.account().of(State.UNCLEAR);
  }

  private static List<String> twice(LedgerSink sink) {
    Map<String, Integer> times = new HashMap<>();
    sink.mails().forEach(mail -> times.merge(mail.to(), 1, Integer::sum));
    List<String> twice = new ArrayList<>();
    times.forEach((to, count) -> {
      if (count > 1) {
        twice.add(to);
      }
    });
    return twice;
  }

  private static List<QueueItem> of(Daemon daemon, State state) {
    return daemon.door(ReviewQueue.class).page(Filter.in(state, Filter.MOST));
  }

  private static long untraced(Daemon daemon) {
    return daemon
        .door(Database.class)
        .sql("SELECT count(*) FROM sent_trace")
        .query(Long.class)
        .single();
  }

  private static String letter(int number) {
    return """
    From: Writer %1$d <writer%1$d@writers.example>
    To: office@field.example
    Subject: Calais %1$d
    Message-ID: <%1$d@writers.example>
    Content-Type: text/plain; charset=utf-8

    I am worried about the migrants in Calais and the lorries at the Channel Tunnel. What is being
    done about our border? This is letter %1$d.
    """
        .formatted(number)
        .replace("\n", "\r\n");
  }

  private Settings settings(Path place, String user, LedgerSink sink) {
    TestOffice.at(place, dovecot.port(), Duration.ofSeconds(2), user);
    String yaml =
        """
        postbag:
          desk: {port: 0}
          sending: {dry-run: false, undo-window: 1s}
          mailboxes:
            office:
              address: office@field.example
              imap: imap://127.0.0.1:%d
              smtp: smtp://127.0.0.1:%d
              username: %s
              password: secret
              poll-interval: 2s
        """
            .formatted(dovecot.port(), sink.port(), user);
    try {
      Files.writeString(SettingsReader.file(place.resolve("config")), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SettingsReader.Reading reading =
        SettingsReader.read(place.resolve("config"), place.resolve("data"), _ -> Optional.empty());
    return reading
        .settings()
        .orElseThrow(() -> new IllegalStateException(reading.problems().toString()));
  }

  private static void until(java.util.concurrent.Callable<Boolean> condition) {
    await().atMost(SOON).until(condition);
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    dovecot.close();
  }
}
