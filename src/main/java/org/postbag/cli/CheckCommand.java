package org.postbag.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.Problem;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.Unusable;
import org.postbag.catalog.UnusedReplies;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.matching.DraftRuleLint;
import org.postbag.matching.keywords.KeywordLint;
import org.postbag.people.help.LiveHelp;
import org.postbag.settings.Settings;
import org.postbag.settings.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `check`: every mistake of the configuration at once, then the mail servers.
@Command(
    name = "check",
    description = {
      "Validates the configuration: every mistake at once, each with file and line.",
      "Then signs in to every mailbox and SMTP server and says what it found.",
    })
public final class CheckCommand implements Callable<Integer> {
  private static final int CONNECTION_FAILED = 1;

  @ParentCommand private PostbagCommand postbag = new PostbagCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--offline", description = "Leaves the connections out.")
  private boolean offline;

  @Option(names = "--json", description = "One JSON object a mistake, on standard output.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    SettingsReader.Reading settings = SettingsFile.reading(postbag);
    CatalogReader.Reading catalog = CatalogReader.read(postbag.config());
    List<Problem> problems = new ArrayList<>(settings.problems());
    problems.addAll(catalog.problems());
    problems.addAll(LiveHelp.read(postbag.config()).problems());
    problems.addAll(expired(catalog));
    problems.addAll(UnusedReplies.in(catalog, postbag.config().resolve("replies")));
    problems.addAll(KeywordLint.check(catalog.catalog(), postbag.config().resolve("topics")));
    problems.addAll(DraftRuleLint.check(catalog.catalog(), postbag.config().resolve("topics")));
    settings.settings().flatMap(this::withoutMeaning).ifPresent(problems::add);
    withoutRoom(postbag.data()).ifPresent(problems::add);
    problems.forEach(problem -> print(problem, out, err));
    if (problems.stream().anyMatch(Problem::isError)) {
      return ExitCode.USAGE;
    }
    PrintWriter remarks = json ? err : out;
    remarks.println("the configuration is right: " + counts(settings, catalog));
    return offline || new ServerCheck(settings.settings().orElseThrow(), remarks, err).allAnswer()
        ? ExitCode.OK
        : CONNECTION_FAILED;
  }

  private void print(Problem problem, PrintWriter out, PrintWriter err) {
    if (!json) {
      err.println(problem.isError() ? problem.toString() : problem + " (a remark)");
      return;
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", problem.file());
    object.put("line", problem.line());
    object.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
    object.put("message", problem.message());
    object.put("mend", problem.mend());
    object.put("column", problem.column());
    JsonLine.print(object, out);
  }

  private static String counts(SettingsReader.Reading settings, CatalogReader.Reading catalog) {
    return settings.settings().orElseThrow().mailboxes().size()
        + " mailboxes, "
        + catalog.catalog().topics().size()
        + " topics, "
        + catalog.catalog().replies().size()
        + " replies";
  }

  private Optional<Problem> withoutMeaning(Settings settings) {
    return Embedder.open(settings.meaning())
        .trouble()
        .map(trouble ->
            Problem.warning(
                SettingsReader.file(postbag.config()).toString(),
                0,
                "letters are matched by their words alone",
                trouble));
  }

  /// A remark: who checks may be another than who runs the program.
  private static Optional<Problem> withoutRoom(Path data) {
    return Unusable.folder(data)
        .map(p -> remark(p, "nothing can be kept"))
        .or(() ->
            Unusable.folder(data.resolve("index"))
                .map(p -> remark(p, "searching will not find all letters")));
  }

  private static Problem remark(Problem problem, String consequence) {
    return Problem.warning(
        problem.file(), 0, problem.message() + ", so " + consequence, problem.mend());
  }

  private List<Problem> expired(CatalogReader.Reading catalog) {
    LocalDate today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
    Path replies = postbag.config().resolve("replies");
    return catalog.catalog().replies().values().stream()
        .filter(reply -> reply.expires().filter(today::isAfter).isPresent())
        .map(reply -> expired(replies, reply))
        .toList();
  }

  private static Problem expired(Path folder, StandardReply reply) {
    return Problem.warning(
        folder.resolve(reply.name() + ".md").toString(),
        0,
        "the reply expired on " + reply.expires().orElseThrow() + ", so letters wait for a person",
        "read it again and set `expires` to a later day");
  }
}
