package org.postbag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.Problem;
import org.postbag.database.Database;
import org.postbag.past.Past;
import org.postbag.past.rehearsal.Rehearsal;
import org.postbag.past.rehearsal.RehearsalPage;
import org.postbag.past.rehearsal.RehearsalResult;
import org.postbag.past.rehearsal.RehearsalSettings;
import org.postbag.past.rehearsal.Rehearsed;
import org.postbag.past.rehearsal.Rehearsed.Doing;
import org.postbag.past.rehearsal.Rehearsed.Verdict;
import org.postbag.people.help.LiveHelp;
import org.postbag.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `past rehearse`: what Postbag would have done with the newest fifth of the past.
@Command(
    name = "rehearse",
    description = {
      "Learns from the older four fifths of the past, is given the letters of the newest fifth day"
          + " by day as if each had just come, and compares its drafts with what the office really"
          + " sent.",
      "Nothing is sent, and no letter is stored or changed.",
      "Topics that were made of all of the past have seen the newest fifth; make them with"
          + " `past propose --before DATE` for a fair figure. DATE is printed here."
    })
final class PastRehearseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--topics",
      paramLabel = "DIR",
      description =
          "A folder with topics and replies, such as one of `past propose --out`; default: those in"
              + " force.")
  private @Nullable Path topics;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Writes the page to print; default: rehearsal.html.")
  private Path html = Path.of("rehearsal.html");

  @Option(names = "--json", description = "Prints one JSON object instead.")
  private boolean json;

  @Override
  public Integer call() {
    PostbagCommand postbag = LetterDatabase.postbag(spec);
    PrintWriter err = spec.commandLine().getErr();
    Settings settings = SettingsFile.read(postbag, err);
    Catalog catalog = catalog(topics == null ? postbag.config() : topics);
    LiveHelp.Reading help = LiveHelp.read(postbag.config());
    RehearsalSettings office =
        new RehearsalSettings(
            settings.draftRule(),
            settings.reply(),
            help.detector().orElseGet(LiveHelp::shipped),
            help.speech(),
            settings.data());
    try (Database database = Database.open(LetterDatabase.settings(postbag, err));
        ProgressReporter _ = new ProgressReporter(() -> "rehearsing", err)) {
      Rehearsal rehearsal = new Rehearsal(new Past(database), office);
      Instant from =
          rehearsal
              .split()
              .orElseThrow(() ->
                  Failure.usage(
                      "there are too few letters of the past; read them with `past read`"));
      print(rehearsal.run(catalog, from), catalog, settings);
    }
    return ExitCode.OK;
  }

  private Catalog catalog(Path folder) {
    CatalogReader.Reading reading = CatalogReader.read(folder);
    List<Problem> errors = reading.problems().stream().filter(Problem::isError).toList();
    if (!errors.isEmpty()) {
      errors.stream().skip(1).forEach(spec.commandLine().getErr()::println);
      throw Failure.usage(errors.getFirst().toString());
    }
    if (reading.catalog().all().isEmpty()) {
      throw Failure.usage(folder + ": there is no topic in it to rehearse with");
    }
    return reading.catalog();
  }

  private void print(RehearsalResult result, Catalog catalog, Settings settings) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonLine.print(json(result), out);
      return;
    }
    try {
      Files.writeString(html, new RehearsalPage(result, catalog, settings.zone()).html());
    } catch (IOException e) {
      throw Failure.work("the page cannot be written: " + e);
    }
    out.printf(
        "%,d letters from %s on%n",
        result.letters().size(), result.from().atZone(settings.zone()).toLocalDate());
    out.printf(
        "%,d drafted, %,d of them the reply that was sent; %,d left to a person%n",
        result.count(Doing.DRAFTED),
        result.count(Verdict.SAME),
        result.count(Doing.LEFT_TO_PERSON));
    out.printf("%s is the page to print%n", html);
  }

  private static Map<String, ?> json(RehearsalResult result) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("from", result.from());
    line.put("to", result.to());
    line.put("topics", result.topics());
    line.put("learned", result.learned());
    line.put("trainings", result.trainings());
    line.put("letters", result.letters().size());
    line.put("same", result.count(Verdict.SAME));
    line.put("other", result.count(Verdict.OTHER));
    line.put("byHand", result.count(Verdict.BY_HAND));
    line.put("unanswered", result.count(Verdict.UNANSWERED));
    line.put("leftToPerson", result.count(Doing.LEFT_TO_PERSON));
    line.put("setAside", result.count(Doing.SET_ASIDE));
    line.put("help", result.help());
    line.put("campaigns", result.campaigns());
    line.put("answerable", result.answerable());
    line.put("minutesSaved", result.saved().toMinutes());
    line.put("differing", differing(result));
    return line;
  }

  private static List<Map<String, ?>> differing(RehearsalResult result) {
    List<Map<String, ?>> differing = new ArrayList<>();
    for (Rehearsed one : result.letters()) {
      if (one.verdict().filter(v -> v == Verdict.OTHER || v == Verdict.BY_HAND).isPresent()) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("letter", one.letter().id());
        line.put("drafted", one.topic().map(Object::toString).orElse(""));
        line.put("sent", one.answer().toString());
        differing.add(line);
      }
    }
    return differing;
  }
}
