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

/// `topics unlearn`: takes back what was learned last.
@Command(
    name = "unlearn",
    description = {
      "Takes back what the running daemon learned last from people's decisions, and matches the"
          + " undecided letters again.",
      "The decisions stay; it learns again after the next twenty."
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
    JsonNode lesson = api.unlearn();
    spec.commandLine()
        .getOut()
        .println(
            lesson.path("letters").isMissingNode()
                ? "nothing is learned; topics are recognised by their own words"
                : "taken back; what was learned from %d letters is in force"
                    .formatted(lesson.path("letters").asInt()));
    return ExitCode.OK;
  }
}
