package org.postbag.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.postbag.database.ChildProgram;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.sending.LedgerSink;
import org.postbag.sending.SendingOffice;
import org.postbag.sending.SendingProcess;

/// `bin/soak order [REPLIES]`: sends over one connection under strace, and shows from the order of
/// the system calls that each claim was synced to disk before its `MAIL FROM` was written, and each
/// result before the next claim. Killing a program cannot show this: the page cache outlives it.
public final class OrderSoak {
  private static final List<String> STRACE =
      List.of("strace", "-f", "-y", "-s", "24", "-e", "trace=fdatasync,fsync,write,sendto");

  private OrderSoak() {}

  public static void main(String[] arguments) throws Exception {
    int replies = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
    Path folder = Files.createTempDirectory("postbag-order");
    try (Database database = Database.open(DatabaseSettings.in(folder))) {
      new SendingOffice(database, InstantSource.system(), Duration.ZERO).approved(replies);
    }
    Path trace = folder.resolve("trace");
    try (LedgerSink sink = new LedgerSink()) {
      run(folder, trace, sink.port());
      if (sink.mails().size() != replies) {
        throw new IllegalStateException(sink.mails().size() + " letters of " + replies);
      }
    }
    judge(Files.readAllLines(trace), replies);
    System.exit(0);
  }

  private static void run(Path folder, Path trace, int port) throws Exception {
    ProcessBuilder program = ChildProgram.of(SendingProcess.class, folder, port, "-", 1);
    program.command().addAll(0, STRACE);
    program.command().addAll(STRACE.size(), List.of("-o", trace.toString()));
    int status =
        program
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("process.log").toFile())
            .start()
            .waitFor();
    if (status != 0) {
      throw new IllegalStateException("status " + status + "; see " + folder);
    }
  }

  /// Between two `MAIL FROM` lie the sync of the first one's result and of the second one's claim.
  private static void judge(List<String> trace, int replies) {
    int mails = 0;
    int syncs = 0;
    int fewest = Integer.MAX_VALUE;
    for (String call : trace) {
      boolean ended = !call.contains("unfinished");
      if (call.contains("sync(") || call.contains("sync resumed>")) {
        syncs += ended ? 1 : 0;
      } else if (call.contains("\"MAIL FROM:")) {
        fewest = Math.min(fewest, mails == 0 ? syncs + 1 : syncs);
        mails++;
        syncs = 0;
      }
    }
    System.out.println(
        mails + " MAIL FROM, and never fewer than " + fewest + " synced commits before each");
    if (mails != replies || fewest < 2) {
      System.out.println("NOT PROVED");
      System.exit(1);
    }
  }
}
