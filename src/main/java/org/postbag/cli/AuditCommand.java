package org.postbag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.intake.ContentAudit;
import org.postbag.ledger.HeadFile;
import org.postbag.ledger.Ledger;
import org.postbag.settings.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `audit …`: whether the ledger is still what was written.
@Command(
    name = "audit",
    description = "The ledger: whether it is still what was written.",
    subcommands = AuditCommand.Verify.class)
public final class AuditCommand implements Runnable {
  @ParentCommand private PostbagCommand postbag = new PostbagCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "audit: say what to do");
  }

  /// `audit verify`: reads the whole chain.
  @Command(
      name = "verify",
      description = {
        "Reads the ledger from its beginning: finds any entry that was edited, removed, inserted or"
            + " moved, and any letter whose state has no entry, or whose bytes are not those that were"
            + " collected.",
        "The head that the daemon exports each hour (ledger-head.txt in the data folder) must still be"
            + " in the chain.",
        "Prints the head of the chain; keep it in another place, and give it back with --head to prove"
            + " that nothing before it was rewritten.",
      })
  static final class Verify implements Callable<Integer> {
    @ParentCommand private AuditCommand audit = new AuditCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--head",
        paramLabel = "SEQ:HASH",
        description = "A head that was printed before; it must still be in the chain.")
    private @Nullable String head;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
      DatabaseSettings settings = settings();
      requireThere(settings);
      try (Database database = Database.open(settings)) {
        Ledger ledger = new Ledger(database, InstantSource.system());
        Optional<String> fault =
            ledger
                .verify()
                .or(() -> rewrittenSinceExport(ledger))
                .or(() -> rewrittenSinceGiven(ledger))
                .or(() -> altered(database));
        print(ledger.head(), fault);
        return fault.isPresent() ? ExitCode.SOFTWARE : ExitCode.OK;
      }
    }

    /// A database that opening would make is no ledger that stands.
    private static void requireThere(DatabaseSettings settings) {
      if (!settings.exists()) {
        throw Failure.usage(
            settings.folder() + ": there is no database in it; name the data folder with --data");
      }
    }

    /// Against the head that the daemon exported last to this data folder.
    private Optional<String> rewrittenSinceExport(Ledger ledger) {
      try {
        return new HeadFile(audit.postbag.data())
            .read()
            .flatMap(exported -> rewritten(ledger, exported));
      } catch (IOException e) {
        throw Failure.work(String.valueOf(e.getMessage()));
      }
    }

    private Optional<String> rewrittenSinceGiven(Ledger ledger) {
      if (head == null) {
        return Optional.empty();
      }
      String noted = head;
      if (!HeadFile.isHead(noted)) {
        throw Failure.usage("--head is not SEQ:HASH: " + noted + "; copy it as it was printed");
      }
      return rewritten(ledger, noted);
    }

    private static Optional<String> rewritten(Ledger ledger, String head) {
      return ledger.holds(head)
          ? Optional.empty()
          : Optional.of(
              "the chain no longer holds the head "
                  + head
                  + ": it was rewritten, or an older copy of the database stands in its place");
    }

    private Optional<String> altered(Database database) {
      ContentAudit letters = new ContentAudit(database);
      try (ProgressReporter _ =
          new ProgressReporter(letters::progress, spec.commandLine().getErr())) {
        return letters.firstAltered();
      }
    }

    private void print(String now, Optional<String> fault) {
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("valid", fault.isEmpty());
        line.put("head", now);
        line.put("fault", fault.orElse(null));
        JsonLine.print(line, out);
        return;
      }
      fault.ifPresent(f -> spec.commandLine().getErr().println("audit: " + f));
      if (fault.isEmpty()) {
        out.println("The ledger and the letters stand. The head is " + now);
      }
    }

    /// The configured database; without a configuration, the file in the data folder.
    private DatabaseSettings settings() {
      PostbagCommand postbag = audit.postbag;
      return SettingsReader.file(postbag.config()).toFile().exists()
          ? SettingsFile.read(postbag, spec.commandLine().getErr()).database()
          : DatabaseSettings.in(postbag.data());
    }
  }
}
