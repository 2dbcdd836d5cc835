package org.postbag.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.cli.evaluation.LabelledLine;
import org.postbag.matching.Example;
import org.postbag.matching.Match;
import org.postbag.matching.Matching;
import org.postbag.matching.SimilarLetters;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.matching.training.Trainer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bin/bench curve --topics DIR --replies DIR LETTERS.tsv…`: how drafts and suggestions change
/// while staff decide. Letters are decided one after the other, a model is trained after every 20
/// as in the daemon (and rejected as there), and at 0, 20, 60, 100, 160 and 500 decisions a fifth
/// of the letters, which is never decided, is matched. Letters that no topic fits are decided as
/// such; one that gets a draft counts as a wrong draft. Each file is reported on its own.
@Command(name = "curve")
public final class CurveBench implements Runnable {
  private static final List<Integer> STEPS = List.of(0, 20, 60, 100, 160, 500);
  private static final int DECISIONS_PER_TRAINING = 20;
  private static final int TEST_SHARE = 5;
  private static final int SUGGESTIONS = 3;

  /// Label of letters that may be on a topic or not: neither answer could be called right.
  private static final String AMBIGUOUS = "oos_ambiguous";

  @Option(names = "--topics", required = true)
  private Path topics = Path.of("");

  @Option(names = "--replies", required = true)
  private Path replies = Path.of("");

  @Option(names = "--meaning")
  private List<Embedder.When> meaning = List.of(Embedder.When.OFF);

  @Option(names = "--runs", description = "Orders of the letters; five use each letter once.")
  private int runs = TEST_SHARE;

  @Option(names = "--last", description = "No step beyond this number of decisions.")
  private int last = Integer.MAX_VALUE;

  @Option(names = "--wrong", description = "Print each wrong draft.")
  private boolean wrong;

  @Parameters private List<Path> files = List.of();

  private final PrintStream out = System.out;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new CurveBench()).execute(arguments));
  }

  private record Sample(String register, LabelledLine line) {
    Optional<TopicId> topic() {
      return line.outOfScope() ? Optional.empty() : Optional.of(new TopicId(line.label()));
    }
  }

  /// What became of the tested letters of one register.
  private record Tally(
      int letters, int drafted, int right, int odd, int oddDrafted, int first, int among) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

    Tally plus(Match match, Optional<TopicId> truth) {
      int draft = match.abstained() ? 0 : 1;
      if (truth.isEmpty()) {
        return new Tally(
            letters, drafted + draft, right, odd + 1, oddDrafted + draft, first, among);
      }
      boolean best = match.topic().equals(truth);
      boolean suggested =
          match.candidates().stream()
              .limit(SUGGESTIONS)
              .anyMatch(candidate -> candidate.topic().equals(truth.get()));
      return new Tally(
          letters + 1,
          drafted + draft,
          right + (best ? draft : 0),
          odd,
          oddDrafted,
          first + (best ? 1 : 0),
          among + (suggested ? 1 : 0));
    }

    Tally plus(Tally other) {
      return new Tally(
          letters + other.letters,
          drafted + other.drafted,
          right + other.right,
          odd + other.odd,
          oddDrafted + other.oddDrafted,
          first + other.first,
          among + other.among);
    }

    String row() {
      return "%6d %6.1f %6.1f %9.1f %6.1f %6.1f"
          .formatted(
              letters + odd,
              percent(right, letters),
              percent(right, drafted),
              percent(oddDrafted, odd),
              percent(first, letters),
              percent(among, letters));
    }

    private static double percent(int part, int whole) {
      return 100.0 * part / whole;
    }
  }

  @Override
  public void run() {
    Catalog catalog = CatalogReader.read(topics, Optional.of(replies)).catalog();
    List<Sample> samples = samples();
    for (Embedder.When when : meaning) {
      Embedder embedder = Embedder.open(when);
      Map<Integer, Map<String, Tally>> steps = new TreeMap<>();
      for (int run = 0; run < runs; run++) {
        run(
            new Matching(catalog, SimilarLetters.NONE, new Campaigns(), embedder),
            samples,
            run,
            steps);
      }
      print(when, steps);
    }
  }

  private List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    for (Path file : files) {
      String register = file.getFileName().toString().replaceFirst("\\.tsv$", "");
      try {
        LabelledLine.read(file).stream()
            .filter(line -> !line.label().equals(AMBIGUOUS))
            .forEach(line -> samples.add(new Sample(register, line)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return samples;
  }

  /// Five runs in a row share one order, and each tests another fifth.
  private void run(
      Matching matching, List<Sample> samples, int run, Map<Integer, Map<String, Tally>> steps) {
    List<Sample> order = new ArrayList<>(samples);
    Collections.shuffle(order, new Random(run / TEST_SHARE));
    List<Sample> tests = new ArrayList<>();
    List<Example> decided = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      Sample sample = order.get(i);
      if (i % TEST_SHARE == run % TEST_SHARE) {
        tests.add(sample);
      } else {
        decided.add(new Example(sample.topic(), sample.line.letter(), OptionalLong.of(i + 1L)));
      }
    }
    for (int n = 0; n <= Math.min(decided.size(), last); n += DECISIONS_PER_TRAINING) {
      if (n > 0) {
        train(matching, decided.subList(0, n));
      }
      if (STEPS.contains(n)) {
        Map<String, Tally> tallies = steps.computeIfAbsent(n, _ -> new TreeMap<>());
        for (Sample test : tests) {
          Match match = matching.matcher().match(test.line.letter());
          tallies.merge(test.register, Tally.NOTHING.plus(match, test.topic()), Tally::plus);
          tellIfWrong(n, test, match);
        }
      }
    }
  }

  private void tellIfWrong(int decisions, Sample test, Match match) {
    if (wrong && !match.abstained() && !match.topic().equals(test.topic())) {
      out.printf(
          "wrong after %d: %s for %s, %.2f: %s%n",
          decisions,
          match.topic().orElseThrow(),
          test.line.label(),
          match.probability(),
          test.line.text().lines().findFirst().orElse(""));
    }
  }

  private static void train(Matching matching, List<Example> decided) {
    List<Example> examples =
        decided.stream()
            .map(example -> example.withEmbedding(matching.embedder().embed(example.letter())))
            .toList();
    Trainer.Outcome outcome = matching.trainAndValidate(examples);
    if (outcome.rejectionReason().isEmpty()) {
      matching.activate(outcome, examples);
    }
  }

  private void print(Embedder.When when, Map<Integer, Map<String, Tally>> steps) {
    out.printf("meaning %s%n", when);
    out.println(
        "decisions register       letters drafted of-which odd-drafted first among-three"
            + "  (per cent; drafted: rightly; of-which: right of the drafts)");
    steps.forEach((decisions, tallies) -> {
      tallies.forEach(
          (register, tally) -> out.printf("%9d %-14s %s%n", decisions, register, tally.row()));
      Tally all = tallies.values().stream().reduce(Tally.NOTHING, Tally::plus);
      out.printf("%9d %-14s %s%n", decisions, "all", all.row());
    });
  }
}
