package org.postbag.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `constituency …`: which postcodes the office speaks for.
@Command(
    name = "constituency",
    description = "The postcodes that the office speaks for.",
    subcommands = ConstituencyImportCommand.class)
public final class ConstituencyCommand implements Runnable {
  @ParentCommand private PostbagCommand postbag = new PostbagCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  PostbagCommand postbag() {
    return postbag;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "constituency: say what to do");
  }
}
