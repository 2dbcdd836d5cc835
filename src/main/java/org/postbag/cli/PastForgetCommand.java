package org.postbag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.postbag.database.Database;
import org.postbag.past.Forgetting;
import org.postbag.past.Past;
import org.postbag.search.PastIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `past forget`: removes everything that was read of the past.
@Command(
    name = "forget",
    description = {
      "Removes everything that was read of the past, with or without the daemon beside it. The queue, the"
          + " mailboxes and the files that were read are left alone, and so are backups from before.",
      "Without a daemon, the index and the free space of the database are cleared at once. A running daemon"
          + " clears its index within a minute; the free space is cleared by `past forget --yes` once it is"
          + " stopped.",
    })
final class PastForgetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--dry-run", description = "Only says how many letters there are.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Forgets; without it, nothing is forgotten.")
  private boolean yes;

  @Override
  public Integer call() throws IOException {
    if (!dryRun && !yes) {
      throw Failure.usage("past forget cannot be taken back; see --dry-run, then give --yes");
    }
    PostbagCommand postbag = LetterDatabase.postbag(spec);
    PrintWriter out = spec.commandLine().getOut();
    try (Database database =
        Database.open(LetterDatabase.settings(postbag, spec.commandLine().getErr()))) {
      if (dryRun) {
        Past.Account account = new Past(database).account();
        out.printf("%,d letters would be forgotten%n", account.received() + account.sent());
        return 0;
      }
      out.printf("%,d letters forgotten%n", Forgetting.rows(database));
      if (!RunningDaemon.runs(postbag)) {
        clear(postbag, database);
      }
    }
    return 0;
  }

  private static void clear(PostbagCommand postbag, Database database) throws IOException {
    try (PastIndex index =
        PastIndex.open(postbag.data().resolve("past-index"), database, InstantSource.system())) {
      Forgetting.traces(database, index);
    }
  }
}
