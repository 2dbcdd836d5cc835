package org.postbag.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
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
            + " moved, and any letter whose state has no entry.",
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
        Optional<String> fault = ledger.verify().or(() -> rewritten(ledger));
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

    private Optional<String> rewritten(Ledger ledger) {
      if (head == null) {
        return Optional.empty();
      }
      String noted = head;
      if (!noted.matches("\\d{1,18}:[0-9a-f]{64}")) {
        throw Failure.usage("--head is not SEQ:HASH: " + noted + "; copy it as it was printed");
      }
      return ledger.holds(noted)
          ? Optional.empty()
          : Optional.of("the chain no longer holds the head " + noted + ": it was written anew");
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
      fault.ifPresent(f -> spec.commandLine().getErr().println("ledger: " + f));
      if (fault.isEmpty()) {
        out.println("The ledger stands. Its head is " + now);
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
