package org.postbag.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `topics unlearn`: withdraws the model that was trained last.
@Command(
    name = "unlearn",
    description = {
      "Withdraws the model that the running daemon trained last from people's decisions, uses the"
          + " one before it, and matches the undecided letters again.",
      "The decisions stay; the next model is trained after twenty more."
    })
final class TopicsUnlearnCommand implements Callable<Integer> {
  @ParentCommand private TopicsCommand topics = new TopicsCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "An API token; default: POSTBAG_TOKEN, or the daemon's own on this machine.")
  private @Nullable String token;

  @Override
  public Integer call() {
    DeskApi api = RunningDaemon.api(topics.postbag(), token, spec.commandLine().getErr());
    JsonNode model = api.undoModel();
    spec.commandLine()
        .getOut()
        .println(
            model.path("letters").isMissingNode()
                ? "no trained model is left; topics are recognised by their own words"
                : "withdrawn; the model trained on %d letters is in use"
                    .formatted(model.path("letters").asInt()));
    return ExitCode.OK;
  }
}
