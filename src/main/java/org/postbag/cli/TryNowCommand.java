package org.postbag.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `try-now`: a mailbox that was mended need not wait.
@Command(
    name = "try-now",
    description = {
      "Ends every pause of a mailbox at once, through the API of the running daemon.",
      "After a failure, a mailbox is left alone for a while: up to an hour after a refused sign-in."
          + " This reads it at once, and sends what waits.",
    })
public final class TryNowCommand implements Callable<Integer> {
  @ParentCommand private PostbagCommand postbag = new PostbagCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "MAILBOX", description = "A name under postbag.mailboxes.")
  private String mailbox = "";

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "An API token; default: POSTBAG_TOKEN, or the daemon's own on this machine.")
  private @Nullable String token;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    JsonNode tried = RunningDaemon.api(postbag, token, spec.commandLine().getErr()).tryNow(mailbox);
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? tried.toString() : line(tried.path("ended").asInt()));
    out.flush();
    return 0;
  }

  private String line(int ended) {
    return ended == 0
        ? mailbox + ": nothing was waiting"
        : mailbox + " is tried now; the desk says how it went";
  }
}
