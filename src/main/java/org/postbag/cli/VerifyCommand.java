package org.postbag.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.database.Maintenance;
import org.postbag.ledger.HeadFile;
import org.postbag.upkeep.verify.Seals;
import org.postbag.upkeep.verify.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `verify`: whether everything is still what was written.
@Command(
    name = "verify",
    description = {
      "Reads everything that has a hash or a checksum: the structure of the database, the ledger from"
          + " its beginning, every letter with its attachments, every approved reply, every other row,"
          + " and the index. Names what is damaged.",
      "The head that the daemon exports each hour (ledger-head.txt in the data folder) must still be"
          + " in the chain.",
      "Prints the head of the chain; keep it in another place, and give it back with --head to prove"
          + " that nothing before it was rewritten.",
    })
final class VerifyCommand implements Callable<Integer> {
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
    PostbagCommand postbag = LetterDatabase.postbag(spec);
    DatabaseSettings settings = LetterDatabase.settings(postbag, spec.commandLine().getErr());
    try (Database database = Database.open(settings)) {
      Verification verification =
          new Verification(database, postbag.data(), InstantSource.system());
      List<String> faults = faults(verification);
      if (faults.isEmpty()) {
        // Rows that were written since the last time: from now on damage to them is found.
        var _ = new Seals(database).sealNew();
      }
      print(verification, faults);
      return faults.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private List<String> faults(Verification verification) {
    List<String> faults = new ArrayList<>();
    try (ProgressReporter _ =
        new ProgressReporter(verification::progress, spec.commandLine().getErr())) {
      faults.addAll(verification.all());
    }
    if (head != null) {
      String noted = head;
      if (!HeadFile.isHead(noted)) {
        throw Failure.usage("--head is not SEQ:HASH: " + noted + "; copy it as it was printed");
      }
      verification.rewritten(noted).ifPresent(faults::add);
    }
    return faults;
  }

  private void print(Verification verification, List<String> faults) {
    PrintWriter out = spec.commandLine().getOut();
    Maintenance.PageUse pages = verification.pages();
    if (json) {
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      line.put("valid", faults.isEmpty());
      line.put("head", verification.head());
      line.put("fault", faults.isEmpty() ? null : faults.getFirst());
      line.put("faults", faults);
      line.put("pages", pages.pages());
      line.put("freePages", pages.free());
      line.put("pageSize", pages.pageSize());
      JsonLine.print(line, out);
      return;
    }
    faults.forEach(fault -> spec.commandLine().getErr().println("verify: " + fault));
    if (faults.isEmpty()) {
      out.println("The ledger and the letters stand. The head is " + verification.head());
      if (pages.pages() > 0) {
        out.printf(
            "The database has %,d pages of %,d bytes; %,d of them are free.%n",
            pages.pages(), pages.pageSize(), pages.free());
      }
    }
  }
}
