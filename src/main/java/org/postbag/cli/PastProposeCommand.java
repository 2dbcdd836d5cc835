package org.postbag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.CatalogReader;
import org.postbag.database.Database;
import org.postbag.past.Past;
import org.postbag.past.proposal.PastTopics;
import org.postbag.past.proposal.ProposalFiles;
import org.postbag.past.proposal.Proposals;
import org.postbag.past.proposal.ProposedTopic;
import org.postbag.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `past propose`: topics and standard replies of the office's own past.
@Command(
    name = "propose",
    description = {
      "Makes topics of the past: which standard replies were sent, which letters they answered, and"
          + " which words tell these from others. Nothing of it is in force: take, change, join or"
          + " leave each on the desk's page `Set up from your own post`, or copy the files of"
          + " --out.",
      "Read the past first, with `past read`."
    })
final class PastProposeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Writes topics, replies and a summary into a new folder.")
  private @Nullable Path out;

  @Option(
      names = "--before",
      paramLabel = "DATE",
      description =
          "Only of what was written before that day, such as 2026-01-31: what came later can then"
              + " be rehearsed with the proposals.")
  private @Nullable LocalDate before;

  @Option(names = "--json", description = "Prints one JSON object a proposal.")
  private boolean json;

  @Override
  public Integer call() {
    PostbagCommand postbag = LetterDatabase.postbag(spec);
    PrintWriter err = spec.commandLine().getErr();
    Settings settings = SettingsFile.read(postbag, err);
    try (Database database = Database.open(LetterDatabase.settings(postbag, err));
        ProgressReporter _ = new ProgressReporter(() -> "looking for standard replies", err)) {
      PastTopics.Found found = find(database, settings);
      Set<String> taken = CatalogReader.read(postbag.config()).catalog().names();
      List<ProposedTopic> proposals = found.proposals(taken);
      write(proposals, found, settings);
      if (before == null) {
        new Proposals(database, InstantSource.system()).renew(found, taken);
      }
      print(proposals, found);
    }
    return ExitCode.OK;
  }

  private PastTopics.Found find(Database database, Settings settings) {
    Past past = new Past(database);
    if (past.account().sent() == 0) {
      throw Failure.usage("there are no letters of the past yet; read them with `past read`");
    }
    Instant until =
        Optional.ofNullable(before)
            .map(day -> day.atStartOfDay(settings.zone()).toInstant())
            .orElse(Instant.MAX);
    return new PastTopics(past, settings.zone(), settings.data()).find(until);
  }

  private void write(List<ProposedTopic> proposals, PastTopics.Found found, Settings settings) {
    if (out == null) {
      return;
    }
    try {
      new ProposalFiles(out, settings.zone()).write(proposals, found);
    } catch (IOException e) {
      throw Failure.work("the proposals cannot be written: " + e.getMessage());
    }
  }

  private void print(List<ProposedTopic> proposals, PastTopics.Found found) {
    PrintWriter lines = spec.commandLine().getOut();
    if (json) {
      proposals.forEach(one -> JsonLine.print(json(one), lines));
      return;
    }
    lines.printf(
        "%,d of %,d sent letters are standard replies; they make %d topics%n",
        found.standard(), found.sent(), proposals.size());
    for (ProposedTopic one : proposals) {
      lines.printf("%6d letters  %-30s %s%n", one.letters(), one.name(), one.title());
    }
    if (out != null) {
      lines.printf("%s has the files, and README.md a summary%n", out);
    }
  }

  private static Map<String, ?> json(ProposedTopic one) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("name", one.name());
    line.put("title", one.title());
    line.put("letters", one.letters());
    line.put("replies", one.replies().stream().mapToInt(ProposedTopic.ProposedReply::used).sum());
    line.put("keywords", one.keywords().stream().map(word -> word.text()).toList());
    return line;
  }
}
