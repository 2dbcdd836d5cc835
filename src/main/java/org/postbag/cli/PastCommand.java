package org.postbag.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `past …`: the letters and answers of the years before Postbag.
@Command(
    name = "past",
    description = {
      "The office's own past: letters and answers of the years before Postbag. They are kept apart"
          + " from the queue; none of them is ever drafted, answered or sent.",
    },
    subcommands = {
      PastForgetCommand.class,
      PastProposeCommand.class,
      PastReadCommand.class,
      PastRehearseCommand.class
    })
final class PastCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "past: say what to do");
  }
}
