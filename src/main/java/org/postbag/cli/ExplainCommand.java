package org.postbag.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.postbag.email.Address;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `explain FILE|DIR|-…`: what Postbag reads in each message, and what it would do.
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "For each message file: what Postbag reads in it, what it would do, and why.",
      "Nothing is sent, fetched or stored."
    })
public final class ExplainCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE|DIR|-",
      arity = "1..*",
      description = "Message files, folders of them (read in name order), or - for standard input.")
  private List<String> files = List.of();

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Option(
      names = "--own",
      paramLabel = "ADDRESS[,ADDRESS]",
      description = "The office's own addresses, besides those of the configuration.")
  private String own = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Explainer explainer = new Explainer(ownAddresses());
    // Standard output in UTF-8 whatever the terminal's locale is: JSON knows no other.
    FileOutputStream standardOutput = new FileOutputStream(FileDescriptor.out);
    PrintWriter out = new PrintWriter(standardOutput, false, StandardCharsets.UTF_8);
    Consumer<Explanation> printer = printer(out);
    PrintWriter errors = spec.commandLine().getErr();
    int unreadable =
        new MessageFiles((name, bytes) -> printer.accept(explainer.explain(name, bytes)), errors)
            .readAll(files);
    return unreadable > 0 ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.OK;
  }

  private Consumer<Explanation> printer(PrintWriter out) {
    ExplainJson lines = new ExplainJson();
    return json ? explanation -> lines.print(explanation, out) : e -> ExplainCard.print(e, out);
  }

  private Set<Address> ownAddresses() {
    Set<Address> addresses = new HashSet<>();
    for (String text : own.isBlank() ? new String[0] : own.split(",", -1)) {
      addresses.add(
          Address.parse(text)
              .orElseThrow(() ->
                  new ParameterException(spec.commandLine(), "--own: not an address: " + text)));
    }
    return addresses;
  }
}
