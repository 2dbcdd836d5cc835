package org.postbag.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `reconcile`: whether everything in the mailboxes is accounted for.
@Command(
    name = "reconcile",
    description = {
      "Compares what the mailboxes hold with what is kept, letter by letter, through the API of the"
          + " running daemon, which does the same once a day.",
      "A letter that is not known is named by its UID and fetched; the status is 1 then.",
    })
public final class ReconcileCommand implements Callable<Integer> {
  @ParentCommand private PostbagCommand postbag = new PostbagCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "MAILBOX",
      description = "A name under postbag.mailboxes; default: all of them.")
  private @Nullable String mailbox;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "An API token; default: POSTBAG_TOKEN, or the daemon's own on this machine.")
  private @Nullable String token;

  @Option(names = "--json", description = "One JSON object a folder and line.")
  private boolean json;

  @Override
  public Integer call() {
    DeskApi api = RunningDaemon.api(postbag, token, spec.commandLine().getErr());
    boolean balances = true;
    for (String name : names(api)) {
      balances &= reconcile(api, name);
    }
    return balances ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private List<String> names(DeskApi api) {
    if (mailbox != null) {
      return List.of(mailbox);
    }
    TreeSet<String> names = new TreeSet<>();
    api.mailboxes().forEach(folder -> names.add(folder.path("mailbox").asString("")));
    return List.copyOf(names);
  }

  /// A mailbox that cannot be looked into keeps no other back.
  private boolean reconcile(DeskApi api, String name) {
    try {
      boolean balances = true;
      for (JsonNode folder : api.reconcile(name)) {
        print(folder);
        balances &= folder.path("balances").asBoolean();
      }
      return balances;
    } catch (Failure failure) {
      spec.commandLine().getErr().println(name + ": " + failure.getMessage());
      return false;
    }
  }

  private void print(JsonNode folder) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? folder.toString() : line(folder));
    out.flush();
  }

  private static String line(JsonNode folder) {
    String place = folder.path("mailbox").asString("") + "/" + folder.path("folder").asString("");
    String counts =
        "%s: %d letters, %d kept, %d withheld by the server, %d moved or deleted since"
            .formatted(
                place,
                folder.path("standing").asInt(),
                folder.path("kept").asInt(),
                folder.path("withheld").asInt(),
                folder.path("gone").asInt());
    JsonNode missing = folder.path("missing");
    return missing.isEmpty()
        ? counts
        : "%s; %d were not known and are fetched now, UIDs %s"
            .formatted(counts, missing.size(), missing);
  }
}
