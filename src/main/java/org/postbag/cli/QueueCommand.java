package org.postbag.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `queue …`: the approval queue, through the API of the running daemon.
@Command(name = "queue", description = "The approval queue, through the API of the running daemon.")
public final class QueueCommand implements Runnable {
  private static final int FAILED = 1;

  @ParentCommand private PostbagCommand postbag = new PostbagCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--token",
      scope = ScopeType.INHERIT,
      paramLabel = "TOKEN",
      description = "An API token; default: POSTBAG_TOKEN, or the daemon's own on this machine.")
  private @Nullable String token;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "One JSON object a line.")
  private boolean json;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "queue: say what to do");
  }

  @Command(name = "list", description = "Lists the letters, the newest first.")
  void list(
      @Option(
              names = "--state",
              defaultValue = "",
              paramLabel = "STATE",
              description = "waiting, needsPerson, approved, sending, sent, unclear, …")
          String state,
      @Option(names = "--topic", defaultValue = "", paramLabel = "TOPIC", description = "A topic.")
          String topic,
      @Option(names = "--search", defaultValue = "", paramLabel = "WORDS", description = "Words.")
          String words) {
    DeskApi api = api();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("state", state);
    query.put("topic", topic);
    query.put("q", words);
    String next = "";
    do {
      query.put("cursor", next);
      JsonNode page = api.messages(query);
      page.path("messages").forEach(message -> print(message, QueueText.line(message)));
      next = page.path("next").asString("");
    } while (!next.isEmpty());
  }

  @Command(name = "show", description = "Shows a letter beside its draft.")
  void show(@Parameters(paramLabel = "ID", description = "The letter.") long id) {
    JsonNode message = api().message(id);
    print(message, QueueText.page(message));
  }

  @Command(
      name = "approve",
      description = "Approves the drafts as they are now. What must be seen first is asked for.")
  int approve(
      @Parameters(paramLabel = "ID", arity = "1..*", description = "The letters.") List<Long> ids,
      @Option(
              names = "--acknowledge",
              arity = "1..*",
              split = ",",
              paramLabel = "WORD",
              description = "Warnings that you have seen, as `queue show` names them.")
          @Nullable Set<String> acknowledged) {
    DeskApi api = api();
    Acknowledgement seen =
        new Acknowledgement(acknowledged == null ? Set.of() : acknowledged, asking());
    return decide(
        ids,
        id -> {
          JsonNode message = api.message(id);
          return api.approve(message, seen.of(message));
        });
  }

  @Command(
      name = "review",
      description = {
        "Shows one waiting letter after the other, each decided by a key: " + QueueReview.KEYS + "."
      })
  int review(
      @Option(names = "--topic", defaultValue = "", paramLabel = "TOPIC", description = "A topic.")
          String topic) {
    PrintWriter out = spec.commandLine().getOut();
    int decided = new QueueReview(api(), out, lines()).run(topic);
    out.println(decided + (decided == 1 ? " letter was decided." : " letters were decided."));
    out.flush();
    return ExitCode.OK;
  }

  /// Lines from the terminal; its end, as by Ctrl D, is `q`.
  @SuppressWarnings("SystemConsoleNull") // as its annotation says that it may be null
  private UnaryOperator<String> lines() {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      throw Failure.usage("queue review asks for keys: run it in a terminal, or use queue approve");
    }
    return prompt -> Objects.requireNonNullElse(console.readLine("%s", prompt), "q");
  }

  /// A program that reads what is printed is not asked.
  @SuppressWarnings("SystemConsoleNull") // as its annotation says that it may be null
  private Predicate<String> asking() {
    Console console = System.console();
    return json || console == null || !console.isTerminal()
        ? _ -> false
        : question -> "y".equalsIgnoreCase(console.readLine("%s", question));
  }

  @Command(name = "reject", description = "Closes the letters: no reply is due.")
  int reject(
      @Parameters(paramLabel = "ID", arity = "1..*", description = "The letters.") List<Long> ids) {
    DeskApi api = api();
    return decide(ids, id -> api.reject(api.message(id)));
  }

  /// One letter that cannot be decided keeps none of the others back.
  private int decide(List<Long> ids, LongFunction<JsonNode> decision) {
    int failed = 0;
    for (long id : ids) {
      try {
        JsonNode done = decision.apply(id);
        print(done, id + " is " + done.path("state").asString("") + " now");
      } catch (Failure failure) {
        spec.commandLine().getErr().println(id + ": " + failure.getMessage());
        failed++;
      }
    }
    return failed == 0 ? ExitCode.OK : FAILED;
  }

  private void print(JsonNode object, String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? object.toString() : text);
    out.flush();
  }

  private DeskApi api() {
    return RunningDaemon.api(postbag, token, spec.commandLine().getErr());
  }
}
