package org.postbag.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `audit verify`: the name that [VerifyCommand] had before.
@Command(
    name = "audit",
    hidden = true,
    description = "`audit verify` is `verify`.",
    subcommands = VerifyCommand.class)
public final class AuditCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "audit: say what to do");
  }
}
