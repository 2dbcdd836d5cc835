package org.postbag.cli;

import java.io.PrintWriter;
import org.postbag.upkeep.hold.Hold;
import org.postbag.upkeep.hold.Holds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hold …`: what must not be erased for now.
@Command(
    name = "hold",
    description = "Legal holds: the letters of a person or topic are not erased while one stands.")
final class HoldCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "hold: say what to do");
  }

  @Command(name = "list", description = "Lists the holds.")
  void list() {
    PrintWriter out = spec.commandLine().getOut();
    try (OfflineUpkeep upkeep = open()) {
      for (Hold hold : upkeep.holds().all()) {
        out.printf(
            "%-40s since %s by %s: %s%n", hold.scope(), hold.since(), hold.actor(), hold.why());
      }
    }
  }

  @Command(name = "begin", description = "Begins a hold.")
  void begin(
      @Parameters(paramLabel = "ADDRESS|TOPIC", description = "What is covered.") String what,
      @Option(
              names = "--why",
              required = true,
              paramLabel = "WORDS",
              description = "Such as a case.")
          String why) {
    try (OfflineUpkeep upkeep = open()) {
      if (!upkeep.holds().begin(scope(what), why, PersonCommand.TERMINAL)) {
        throw Failure.work("a hold on " + what + " stands already");
      }
      spec.commandLine().getOut().println("held: " + scope(what));
    }
  }

  @Command(name = "end", description = "Ends a hold.")
  void end(
      @Parameters(paramLabel = "ADDRESS|TOPIC", description = "What was covered.") String what) {
    try (OfflineUpkeep upkeep = open()) {
      if (!upkeep.holds().end(scope(what), PersonCommand.TERMINAL)) {
        throw Failure.work("there is no hold on " + what);
      }
      spec.commandLine().getOut().println("ended: " + scope(what));
    }
  }

  private static String scope(String what) {
    return Holds.scope(what)
        .orElseThrow(() -> Failure.usage("`" + what + "` is neither an address nor a topic"));
  }

  private OfflineUpkeep open() {
    return OfflineUpkeep.open(LetterDatabase.postbag(spec), spec.commandLine().getErr());
  }
}
