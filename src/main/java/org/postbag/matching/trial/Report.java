package org.postbag.matching.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.postbag.matching.TopicMatcher;

/// The outcome of an evaluation: figures of each classifier, and the matcher's guesses.
public final class Report {
  private static final List<Figure> FIGURES =
      List.of(
          new Figure("accuracy", "accuracy (in scope)", Scorecard::accuracy),
          new Figure(
              "accuracyWithRefusal", "accuracy with refusal", Scorecard::accuracyWithRefusal),
          new Figure("macroF1", "macro-F1", Scorecard::macroF1),
          new Figure("coverage95", "coverage at 95 % precision", Scorecard::coverage95),
          new Figure("calibrationError", "expected calibration error", Scorecard::calibrationError),
          new Figure(
              "calibrationFloor", "  of a perfect one, by chance", Scorecard::calibrationFloor),
          new Figure("outOfScopeRecall", "out-of-scope recall", Scorecard::outOfScopeRecall),
          new Figure("auroc", "AUROC, in scope v. out", Scorecard::auroc));

  private final Evaluation evaluation;
  private final List<Guess> guesses;
  private final List<Line> lines;

  private record Figure(String key, String title, ToDoubleFunction<Scorecard> value) {}

  /// @param learning seconds
  /// @param micros a message
  /// @param asked the share of the letters that were asked what they mean; not a number by words
  private record Line(String name, Scorecard card, double learning, double micros, double asked) {}

  private Report(Evaluation evaluation, List<Guess> guesses, List<Line> lines) {
    this.evaluation = evaluation;
    this.guesses = guesses;
    this.lines = lines;
  }

  /// Runs the test for the matcher and for each rival.
  public static Report of(Evaluation evaluation, List<Rival> rivals) {
    long start = System.nanoTime();
    TopicMatcher matcher = evaluation.learn();
    double learning = seconds(start);
    if (evaluation.byWords()) {
      // Warms Java up. What a text means is remembered, so a second time would be too fast.
      evaluation.guesses(matcher);
    }
    start = System.nanoTime();
    List<Guess> guesses = evaluation.guesses(matcher);
    double micros = seconds(start) * 1e6 / Math.max(1, guesses.size());
    List<Line> lines = new ArrayList<>();
    double asked = evaluation.asked(matcher);
    lines.add(new Line("postbag", Scorecard.of(guesses), learning, micros, asked));
    for (Rival rival : rivals) {
      Rival.Task task = evaluation.task(matcher);
      start = System.nanoTime();
      Scorecard card = Scorecard.of(rival.guesses(task));
      lines.add(new Line(rival.name(), card, seconds(start), Double.NaN, Double.NaN));
    }
    return new Report(evaluation, guesses, lines);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /// A table to read.
  public List<String> table() {
    List<String> table = new ArrayList<>();
    Scorecard first = lines.getFirst().card();
    table.add(
        "%d letters in scope, %d out of scope; %d topics; %d examples"
            .formatted(
                first.inScope(),
                first.outOfScope(),
                evaluation.catalog().all().size(),
                evaluation.examples().size()));
    table.add(row("", Line::name));
    for (Figure figure : FIGURES) {
      table.add(row(figure.title, line -> percent(figure.value.applyAsDouble(line.card()))));
    }
    table.add(row("seconds to learn", line -> number(line.learning(), "%.1f")));
    table.add(row("µs a message", line -> number(line.micros(), "%.0f")));
    if (!evaluation.byWords()) {
      table.add(row("asked what they mean", line -> percent(line.asked())));
    }
    return table;
  }

  private String row(String title, Function<Line, String> cell) {
    StringBuilder row = new StringBuilder("%-29s".formatted(title));
    lines.forEach(line -> row.append("%12s".formatted(cell.apply(line))));
    return row.toString().stripTrailing();
  }

  private static String percent(double share) {
    return number(share * 100, "%.1f %%");
  }

  private static String number(double value, String format) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }

  /// One JSON object a classifier; shares from 0 to 1, null where there is nothing to share.
  public List<String> json() {
    return lines.stream().map(Report::json).toList();
  }

  private static String json(Line line) {
    StringBuilder json = new StringBuilder("{\"classifier\":\"" + line.name() + "\"");
    json.append(",\"inScope\":").append(line.card().inScope());
    json.append(",\"outOfScope\":").append(line.card().outOfScope());
    for (Figure figure : FIGURES) {
      append(json, figure.key, figure.value.applyAsDouble(line.card()));
    }
    append(json, "secondsToLearn", line.learning());
    append(json, "microsecondsPerMessage", line.micros());
    append(json, "asked", line.asked());
    return json.append('}').toString();
  }

  private static void append(StringBuilder json, String key, double value) {
    String number = Double.isNaN(value) ? "null" : String.format(Locale.ROOT, "%.4f", value);
    json.append(",\"").append(key).append("\":").append(number);
  }

  /// `label<TAB>predicted<TAB>probability<TAB>runner-up` for each letter of the test.
  public List<String> predictions() {
    boolean open = lines.getFirst().card().outOfScope() > 0;
    return guesses.stream().map(guess -> prediction(guess, open)).toList();
  }

  private static String prediction(Guess guess, boolean open) {
    boolean refused = open && guess.refused();
    return String.join(
        "\t",
        guess.label(),
        refused ? Evaluation.OUT_OF_SCOPE : guess.best(),
        String.format(Locale.ROOT, "%.6f", refused ? guess.none() : guess.confidence()),
        refused ? guess.best() : guess.runnerUp());
  }
}
