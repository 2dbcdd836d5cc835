package org.postbag.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.postbag.CannotStart;
import org.postbag.database.CannotOpen;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Runs one verb: whatever goes wrong becomes one line on standard error and an exit status.
public final class CommandLineFrame {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private final PrintWriter out;
  private final PrintWriter err;
  private final PostbagCommand postbag;

  /// @param environment the process's environment, of which `POSTBAG_…` is read
  public CommandLineFrame(PrintWriter out, PrintWriter err, Map<String, String> environment) {
    this.out = new PrintWriter(new VisibleControls(out), true);
    this.err = new PrintWriter(new VisibleControls(err), true);
    this.postbag = new PostbagCommand(environment);
  }

  /// Runs the verb and tells how it ended: 0 done, 1 the work failed, 2 wrong usage or
  /// configuration
  public int run(String... arguments) {
    CommandLine line = new CommandLine(postbag);
    line.setOut(out);
    line.setErr(err);
    // Colours are control characters; here all of these come from strangers.
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(this::wrongUsage);
    line.setExecutionExceptionHandler(this::failed);
    line.setExecutionStrategy(this::execute);
    return line.execute(arguments);
  }

  private int execute(ParseResult parsed) {
    LogLevel.set(postbag.debug() ? "DEBUG" : "WARN");
    int status = new CommandLine.RunLast().execute(parsed);
    out.flush();
    return status;
  }

  private int wrongUsage(ParameterException mistake, String[] arguments) {
    List<String> suggestions =
        mistake instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions().stream().limit(1).toList()
            : List.of();
    String verb = mistake.getCommandLine().getCommandSpec().qualifiedName();
    String mend =
        suggestions.isEmpty()
            ? "see `" + verb + " --help`"
            : "did you mean `" + String.join("`, `", suggestions) + "`?";
    err.println(firstLine(mistake) + "; " + mend);
    return WRONG_USAGE;
  }

  private int failed(Exception problem, CommandLine verb, ParseResult parsed) {
    out.flush();
    if (postbag.debug()) {
      problem.printStackTrace(err);
    }
    if (problem instanceof Failure failure) {
      err.println(failure.getMessage());
      return failure.wrongUsage() ? WRONG_USAGE : FAILED;
    }
    if (problem instanceof CannotStart || problem instanceof CannotOpen) {
      err.println("postbag: " + firstLine(problem));
      return problem instanceof CannotStart start && start.isInUse() ? WRONG_USAGE : FAILED;
    }
    err.println("postbag: " + firstLine(problem) + "; --debug shows where");
    return FAILED;
  }

  private static String firstLine(Exception problem) {
    String message = problem.getMessage();
    return message == null || message.isBlank()
        ? problem.getClass().getSimpleName()
        : message.strip().lines().findFirst().orElseThrow();
  }
}
