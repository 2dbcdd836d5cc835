package org.postbag.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.review.Approval;
import org.postbag.sending.Composed;
import org.postbag.sending.Composer;
import org.postbag.sending.Dispatch;
import org.postbag.sending.LedgerSink;
import org.postbag.sending.Outbox;
import org.postbag.sending.RateLimit;
import org.postbag.sending.SendingOffice;
import org.postbag.sending.SmtpSender;
import org.postbag.sending.smtp.Answer;
import org.postbag.sending.smtp.SmtpClient;

/// `bin/bench send [REPLIES] [ROUNDS]`: replies a second into a fast sink on this machine, every
/// claim and result durable; beside a bare loop of two synced commits and one SMTP transaction a
/// reply, and beside Postfix, which takes the same letters and relays them to the same sink.
///
/// A figure counts only when every letter arrived once and, for Postbag, when the ledger says so
/// too and its chain stands.
public final class SendBench {
  /// So often the program and the bare loop run before anything counts: Java compiles what is hot.
  private static final int WARM_UP = 3;

  private final int replies;
  private final Path folder;

  private SendBench(int replies, Path folder) {
    this.replies = replies;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    System.setProperty("logback.configurationFile", "logback.xml"); // as the daemon's
    int replies = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    SendBench bench = new SendBench(replies, Files.createTempDirectory("postbag-bench"));
    for (int i = 1; i <= WARM_UP; i++) {
      bench.postbag("warm-up" + i);
      bench.bareLoop("warm-up-bare" + i);
    }
    for (int round = 1; round <= rounds; round++) {
      bench.round(round);
    }
    System.exit(0);
  }

  private void round(int round) throws Exception {
    double ours = postbag("ours" + round);
    double bare = bareLoop("bare" + round);
    double postfix = postfix(round);
    System.out.printf(
        Locale.ROOT,
        "round %d: Postbag %.0f/s, bare loop %.0f/s (ratio %.2f), Postfix %.0f/s (ratio %.2f)%n",
        round,
        ours,
        bare,
        ours / bare,
        postfix,
        ours / postfix);
  }

  private double postbag(String name) throws Exception {
    try (Database database = Database.open(DatabaseSettings.in(folder.resolve(name)));
        LedgerSink sink = new LedgerSink()) {
      SendingOffice office = new SendingOffice(database, InstantSource.system(), Duration.ZERO);
      office.approved(replies);
      Outbox outbox = office.outbox();
      try (SmtpSender sender = office.sender(sink)) {
        long start = System.nanoTime();
        drain(outbox, sender);
        double figure = perSecond(sink, start);
        checkLedger(office.ledger());
        return figure;
      }
    }
  }

  private void checkLedger(Ledger ledger) {
    long sent = ledger.account().of(State.SENT);
    Optional<String> broken = ledger.verify();
    if (sent != replies || ledger.account().received() != replies || broken.isPresent()) {
      throw new IllegalStateException(sent + " sent of " + replies + "; " + broken);
    }
  }

  private static void drain(Outbox outbox, SmtpSender sender) throws Exception {
    Dispatch dispatch = SendingOffice.dispatch(outbox, sender::send);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> under = new ArrayList<>();
      for (List<Approval> due = dispatch.due(); ; due = dispatch.due()) {
        for (Approval approval : due) {
          under.add(threads.submit(() -> dispatch.send(approval)));
        }
        under.removeIf(Future::isDone);
        if (due.isEmpty() && under.isEmpty()) {
          return;
        }
        Thread.sleep(5);
      }
    }
  }

  private double bareLoop(String name) throws Exception {
    try (Database database = Database.open(DatabaseSettings.in(folder.resolve(name)));
        LedgerSink sink = new LedgerSink();
        SmtpClient client = new SmtpClient(SendingOffice.server(sink.port()))) {
      database.doInTransaction(
          () -> database.sql("CREATE TABLE bare (id INTEGER PRIMARY KEY, state TEXT)").update());
      List<byte[]> letters = letters();
      long start = System.nanoTime();
      for (int i = 0; i < replies; i++) {
        int id = i;
        database.doInTransaction(
            () -> database.sql("INSERT INTO bare VALUES (?, 'sending')").param(id).update());
        send(client, letters.get(i), i);
        database.doInTransaction(
            () -> database.sql("UPDATE bare SET state = 'sent' WHERE id = ?").param(id).update());
      }
      return perSecond(sink, start);
    }
  }

  /// The same letters, taken over as many connections as Postbag uses, until the sink has them all.
  private double postfix(int round) throws Exception {
    try (LedgerSink sink = new LedgerSink();
        PostfixRelay relay = PostfixRelay.start(folder.resolve("postfix" + round), sink.port());
        SmtpClient client = new SmtpClient(SendingOffice.server(relay.port()))) {
      List<byte[]> letters = letters();
      long start = System.nanoTime();
      try (ExecutorService many = Executors.newFixedThreadPool(RateLimit.PLAIN.connections())) {
        for (int i = 0; i < replies; i++) {
          int number = i;
          var _ = many.submit(() -> send(client, letters.get(number), number));
        }
      }
      while (sink.mails().size() < replies) {
        Thread.sleep(2);
      }
      return perSecond(sink, start);
    }
  }

  private static void send(SmtpClient client, byte[] letter, int number) {
    Answer answer =
        client.send(
            SendingOffice.OFFICE.address(),
            new org.postbag.email.Address("w" + number, "example.org"),
            letter);
    if (!(answer instanceof Answer.Accepted)) {
      throw new IllegalStateException(answer.toString());
    }
  }

  /// Letters as Postbag writes them.
  private List<byte[]> letters() throws Exception {
    Path scratch = Files.createTempDirectory(folder, "letters");
    try (Database database = Database.open(DatabaseSettings.in(scratch))) {
      SendingOffice office = new SendingOffice(database, InstantSource.system(), Duration.ZERO);
      Composer composer = new Composer(Path.of("."));
      return office.approved(replies).stream()
          .map(letter -> office.queue().approvalOf(letter).orElseThrow())
          .map(approval -> ((Composed.Message) composer.compose(approval, approval.at())).bytes())
          .toList();
    }
  }

  /// Each letter exactly once, or the figure counts for nothing.
  private double perSecond(LedgerSink sink, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    long different = sink.mails().stream().map(m -> m.field("Message-ID")).distinct().count();
    if (sink.mails().size() != replies || different != replies) {
      throw new IllegalStateException(
          sink.mails().size() + " letters, " + different + " different, of " + replies);
    }
    return replies / seconds;
  }
}
