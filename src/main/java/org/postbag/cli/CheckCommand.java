package org.postbag.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `check`: every mistake of the configuration at once, then the mail servers.
@Command(
    name = "check",
    description = {
      "Validates the configuration: every mistake at once, each with file and line.",
      "Then signs in to every mailbox and SMTP server and says what it found.",
    })
public final class CheckCommand implements Callable<Integer> {
  @ParentCommand private PostbagCommand postbag = new PostbagCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    List<Problem> problems = new ArrayList<>();
    CatalogReader.Reading reading = CatalogReader.read(postbag.config());
    problems.addAll(reading.problems());
    problems.forEach(err::println);
    return problems.stream().anyMatch(Problem::isError) ? ExitCode.USAGE : ExitCode.OK;
  }
}
