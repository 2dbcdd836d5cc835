package org.postbag.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.DraftRule;
import org.postbag.catalog.Problem;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.database.DatabaseSettings;
import org.postbag.email.Address;
import org.postbag.people.help.HelpDetector;
import org.postbag.people.help.LiveHelp;
import org.postbag.people.name.Salutations;
import org.postbag.people.place.Constituency;
import org.postbag.reply.ReplySettings;
import org.postbag.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `explain FILE|DIR|-…`: what Postbag reads in each message, and what it would do.
@Command(
    name = "explain",
    description = {
      "For each message file: what Postbag reads in it, what it would do, and why; with what was"
          + " learned in the data folder from people's decisions.",
      "Nothing is sent or fetched, and none of these letters is stored."
    })
public final class ExplainCommand implements Callable<Integer> {
  @ParentCommand private PostbagCommand postbag = new PostbagCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

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
      description = "The office's own addresses.")
  private String own = "";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    CatalogReader.Reading reading = CatalogReader.read(postbag.config());
    reading.problems().stream().filter(Problem::isError).forEach(err::println);
    Optional<Settings> settings = settings();
    Set<Address> addresses = ownAddresses();
    addresses.addAll(settings.map(Settings::own).orElse(Set.of()));
    Embedder meaning = settings.map(Settings::meaning).map(Embedder::open).orElse(Embedder.OFF);
    LiveHelp.Reading read = LiveHelp.read(postbag.config());
    read.problems().stream().filter(Problem::isError).forEach(err::println);
    HelpDetector help = read.detector().orElseGet(LiveHelp::shipped);
    help.learnMeaning(meaning);
    Catalog catalog =
        reading.catalog().withDefault(settings.map(Settings::draftRule).orElse(DraftRule.DEFAULT));
    DatabaseSettings rows =
        settings.map(Settings::database).orElse(DatabaseSettings.in(postbag.data()));
    try (OfflineMatching taught = OfflineMatching.in(postbag.data(), rows, catalog, meaning, err)) {
      Explainer explainer =
          new Explainer(
              catalog,
              taught.matching(),
              replySettings(settings, addresses),
              help,
              read.speech(),
              InstantSource.system());
      if (!isOneMessage()) {
        // A campaign is known only when all letters have been read. What cannot be read is said
        // below.
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        new MessageFiles(explainer::gather, nowhere).readAll(files);
        explainer.gathered();
      }
      MessageFiles messages =
          new MessageFiles((name, bytes) -> print(explainer.explain(name, bytes), out), err);
      return messages.readAll(files) > 0 ? ExitCode.USAGE : ExitCode.OK;
    }
  }

  private static ReplySettings replySettings(Optional<Settings> settings, Set<Address> own) {
    return new ReplySettings(
        own,
        Map.of(),
        ZoneId.systemDefault(),
        settings.map(Settings::constituency).orElse(Constituency.UNKNOWN),
        settings.map(Settings::salutations).orElse(Salutations.STANDARD),
        false);
  }

  /// Standard input can be read only once.
  private boolean isOneMessage() {
    return files.contains("-")
        || (files.size() == 1 && Files.isRegularFile(Path.of(files.getFirst())));
  }

  private void print(ExplainedLetter explanation, PrintWriter out) {
    if (json) {
      ExplainJson.print(explanation, out);
    } else {
      ExplainCard.print(explanation, out);
    }
  }

  private Set<Address> ownAddresses() {
    return Arrays.stream(own.split(",", -1))
        .filter(text -> !text.isBlank())
        .map(this::address)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /// A configuration with mistakes, or none at all, keeps nobody from reading a letter.
  private Optional<Settings> settings() {
    return SettingsFile.reading(postbag).settings();
  }

  private Address address(String text) {
    return Address.parse(text)
        .orElseThrow(
            () -> new ParameterException(spec.commandLine(), "--own: not an address: " + text));
  }
}
