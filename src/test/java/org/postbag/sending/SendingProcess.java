package org.postbag.sending;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.review.Approval;

/// A program of its own that sends what is approved in a data folder, until it is killed or nothing
/// is left: `SendingProcess FOLDER PORT CRASH [CONNECTIONS]`, where CRASH names the step at which
/// it dies by itself and when, such as `after-claim:3` for the third time, or is `-`. Over one
/// connection, each step waits for the one before.
public final class SendingProcess {
  static final String NEVER = "-";

  private static final Map<String, Integer> REACHED = new ConcurrentHashMap<>();

  private SendingProcess() {}

  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[1]);
    String crash = arguments[2];
    int connections = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 4;
    try (Database database = Database.open(DatabaseSettings.in(Path.of(arguments[0])));
        ExecutorService threads = threads(connections)) {
      SendingOffice office = new SendingOffice(database, InstantSource.system(), Duration.ZERO);
      RateLimit rateLimit = new RateLimit(Integer.MAX_VALUE, Integer.MAX_VALUE, connections);
      Outbox outbox = office.outbox(s -> s.withPace(rateLimit));
      outbox.recover();
      SmtpSender sender = office.sender(port);
      List<Approval> due = outbox.due();
      while (!due.isEmpty()) {
        List<Future<?>> all =
            due.stream()
                .<Future<?>>map(a -> threads.submit(() -> deliver(outbox, sender, a, crash)))
                .toList();
        for (Future<?> one : all) {
          one.get();
        }
        due = outbox.due();
      }
    }
  }

  private static ExecutorService threads(int connections) {
    return connections == 1
        ? Executors.newSingleThreadExecutor()
        : Executors.newVirtualThreadPerTaskExecutor();
  }

  private static void deliver(Outbox outbox, SmtpSender sender, Approval approval, String crash) {
    Dispatch.Transport smtp =
        claim -> {
          dieAt("after-claim", crash);
          Delivery delivery = sender.send(claim);
          dieAt("before-record", crash);
          return delivery;
        };
    SendingOffice.dispatch(outbox, smtp).send(approval);
    dieAt("after-record", crash);
  }

  /// As a power cut would: no shutdown hook runs, nothing is flushed.
  private static void dieAt(String step, String crash) {
    if (crash.equals(step + ":" + REACHED.merge(step, 1, Integer::sum))) {
      Runtime.getRuntime().halt(137);
    }
  }
}
