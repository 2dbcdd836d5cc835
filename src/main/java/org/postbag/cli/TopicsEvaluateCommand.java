package org.postbag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.cli.evaluation.Baseline;
import org.postbag.cli.evaluation.Evaluation;
import org.postbag.cli.evaluation.EvaluationReport;
import org.postbag.cli.evaluation.LabelledLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `topics evaluate`: how well letters with known topics are told apart.
@Command(
    name = "evaluate",
    description = {
      "Learns from the examples, classifies the test, and prints how well that went.",
      "Files: label<TAB>text a line, UTF-8, \\n escaped; the first line of a text of several is its"
          + " subject. A label that begins with oos says that no topic fits; so does any that"
          + " --known leaves out."
    })
public final class TopicsEvaluateCommand implements Callable<Integer> {
  private final List<Baseline> baselines;

  @Option(names = "--examples", description = "Letters to learn from; without it: zero-shot.")
  private @Nullable Path examples;

  @Option(names = "--test", required = true, description = "Letters to classify.")
  private Path test = Path.of("");

  @Option(
      names = "--topics",
      description =
          "Folder of topic files. A label without a file becomes a topic without keywords.")
  private @Nullable Path topics;

  @Option(names = "--replies", description = "Folder of the topics' standard replies.")
  private @Nullable Path replies;

  @Option(
      names = "--known",
      description =
          "File with the topics to load, one a line. Several (--known A --known B) are tried one"
              + " after the other, each letter counts once in each, and the figures are of all"
              + " together.")
  private List<Path> known = List.of();

  @Option(
      names = "--predictions",
      description = {
        "Writes label, predicted, probability, runner-up a line, tabs between. When the test holds"
            + " letters out of scope, predicted is oos where that is likelier than any topic; the"
            + " probability is then that of oos, and the runner-up the likeliest topic."
      })
  private @Nullable Path predictions;

  @Option(
      names = "--meaning",
      description =
          "off, unsure or always, as postbag.matching.meaning in application.yaml. Without it: off.")
  private Embedder.When meaning = Embedder.When.OFF;

  @Option(names = "--json", description = "One JSON object a classifier.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  public TopicsEvaluateCommand() {
    this(List.of());
  }

  /// @param baselines other classifiers that are put through the same test
  public TopicsEvaluateCommand(List<Baseline> baselines) {
    this.baselines = List.copyOf(baselines);
  }

  @Override
  public Integer call() {
    PrintWriter errors = spec.commandLine().getErr();
    CatalogReader.Reading reading = topics();
    if (reading.hasErrors()) {
      reading.problems().forEach(errors::println);
      return ExitCode.USAGE;
    }
    try {
      evaluate(reading.catalog());
      return ExitCode.OK;
    } catch (IllegalArgumentException e) {
      throw Failure.usage(String.valueOf(e.getMessage()));
    } catch (NoSuchFileException e) {
      throw Failure.usage(e.getMessage() + ": no such file");
    } catch (IOException e) {
      throw Failure.usage("the files cannot be read or written: " + e.getMessage());
    }
  }

  private CatalogReader.Reading topics() {
    return topics == null
        ? new CatalogReader.Reading(Catalog.EMPTY, List.of(), Set.of(), Set.of())
        : CatalogReader.read(topics, Optional.ofNullable(replies));
  }

  private void evaluate(Catalog catalog) throws IOException {
    List<LabelledLine> training = examples == null ? List.of() : LabelledLine.read(examples);
    List<LabelledLine> tests = LabelledLine.read(test);
    if (tests.isEmpty()) {
      throw Failure.usage(test + ": no letter in it; write label<TAB>text a line");
    }
    Embedder asked = Embedder.open(meaning);
    asked
        .trouble()
        .ifPresent(trouble -> {
          throw Failure.usage(trouble);
        });
    List<Evaluation> evaluations = new ArrayList<>();
    for (Set<String> names : known(catalog, training, tests)) {
      evaluations.add(new Evaluation(catalog, training, tests, names, asked));
    }
    tellOfTopicsWithoutFile(
        evaluations.stream().flatMap(e -> e.withoutFile(catalog).stream()).distinct().toList());
    EvaluationReport report = EvaluationReport.of(evaluations, baselines);
    if (predictions != null) {
      Files.write(predictions, report.predictions());
    }
    PrintWriter out = spec.commandLine().getOut();
    (json ? report.json() : report.table()).forEach(out::println);
    out.flush();
  }

  /// The names of each list; one empty list for all topics.
  private List<Set<String>> known(
      Catalog catalog, List<LabelledLine> training, List<LabelledLine> tests) throws IOException {
    List<LabelledLine> all = new ArrayList<>(training);
    all.addAll(tests);
    KnownTopics topics = new KnownTopics(catalog, all);
    List<Set<String>> lists = new ArrayList<>();
    for (Path file : known) {
      lists.add(topics.read(file));
    }
    return lists.isEmpty() ? List.of(Set.of()) : lists;
  }

  /// A mistyped label would else become a topic without a word.
  private void tellOfTopicsWithoutFile(List<String> names) {
    if (topics != null && !names.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              "without a file in %s, and known by their names alone: %s"
                  .formatted(topics, String.join(", ", names)));
    }
  }
}
