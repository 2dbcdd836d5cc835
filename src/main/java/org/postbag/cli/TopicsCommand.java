package org.postbag.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `topics …`: what can be answered.
@Command(
    name = "topics",
    description = "The topics: what they are, and how well they are told apart.",
    subcommands = {
      TopicsListCommand.class,
      TopicsEvaluateCommand.class,
      TopicsBacktestCommand.class,
      TopicsUnlearnCommand.class
    })
public final class TopicsCommand implements Runnable {
  @ParentCommand private PostbagCommand postbag = new PostbagCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  PostbagCommand postbag() {
    return postbag;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "topics: say what to do");
  }
}
