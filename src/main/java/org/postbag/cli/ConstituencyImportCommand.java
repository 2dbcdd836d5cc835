package org.postbag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.people.place.ConstituencyFile;
import org.postbag.people.place.ConstituencyTable;
import org.postbag.people.place.PostcodeDirectory;
import org.postbag.people.place.PostcodeRules;
import org.postbag.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `constituency import`: a public table of postcodes into `config/constituency.csv`.
@Command(
    name = "import",
    description = {
      "Makes config/constituency.csv from a public table of postcodes.",
      "It reads the directories of the Office for National Statistics (ONSPD, NSPL: columns pcds and"
          + " pcon…) and others whose first line names a postcode and a constituency. Postcodes that"
          + " are known and not yours are kept as such; those that the table does not have stay"
          + " unknown. Start Postbag again afterwards."
    })
final class ConstituencyImportCommand implements Callable<Integer> {
  @ParentCommand private ConstituencyCommand constituency = new ConstituencyCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "A table of comma-separated values, UTF-8.")
  private Path file = Path.of("");

  @Option(
      names = "--for",
      required = true,
      paramLabel = "CONSTITUENCY",
      description = "Yours: its code (such as E14001234) or its name, as the table has it.")
  private String ours = "";

  @Option(
      names = "--members",
      paramLabel = "FILE",
      description =
          "A table of two columns, constituency and Member, for {{member}} in the replies to those"
              + " who live elsewhere.")
  private @Nullable Path members;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    PostcodeRules rules =
        SettingsFile.reading(constituency.postbag())
            .settings()
            .map(Settings::constituency)
            .map(known -> known.country())
            .orElse(PostcodeRules.UK);
    try {
      Map<String, String> names = members == null ? Map.of() : PostcodeDirectory.members(members);
      return switch (PostcodeDirectory.read(file, rules, ours, names)) {
        case PostcodeDirectory.Outcome.Read read -> write(read);
        case PostcodeDirectory.Outcome.Refused(String why) -> throw Failure.work(file + ": " + why);
      };
    } catch (IOException unreadable) {
      throw Failure.work(file + ": cannot be read or written: " + unreadable.getMessage());
    }
  }

  private int write(PostcodeDirectory.Outcome.Read read) throws IOException {
    Path target = ConstituencyFile.in(constituency.postbag().config());
    ConstituencyTable table = read.table();
    ConstituencyFile.write(target, table);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("file", target.toString());
      line.put("postcodes", read.rows());
      line.put("ours", read.ours());
      line.put("rows", table.size());
      JsonLine.print(line, out);
    } else {
      out.printf(
          "%s: %d of %d postcodes are yours, in %d rows%n",
          target, read.ours(), read.rows(), table.size());
    }
    out.flush();
    return 0;
  }
}
