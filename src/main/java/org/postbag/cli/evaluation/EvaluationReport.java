package org.postbag.cli.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The outcome of an evaluation, or of several with other topics known in each, all letters
/// together: figures of each classifier, and the matcher's guesses.
public final class EvaluationReport {
  private static final List<Figure> FIGURES =
      List.of(
          new Figure("accuracy", "accuracy (in scope)", Scorecard::accuracy, Among.NOTHING),
          new Figure(
              "accuracyWithRefusal",
              "accuracy with refusal",
              Scorecard::accuracyWithRefusal,
              Among.LEAST),
          new Figure("macroF1", "macro-F1", Scorecard::macroF1, Among.NOTHING),
          new Figure(
              "coverage95", "coverage at 95 % precision", Scorecard::coverage95, Among.NOTHING),
          new Figure(
              "calibrationError",
              "expected calibration error",
              Scorecard::calibrationError,
              Among.MEAN),
          new Figure(
              "calibrationFloor",
              "  of a perfect one, by chance",
              Scorecard::calibrationFloor,
              Among.MEAN),
          new Figure(
              "outOfScopeRecall", "out-of-scope recall", Scorecard::outOfScopeRecall, Among.LEAST),
          new Figure("auroc", "AUROC, in scope v. out", Scorecard::auroc, Among.NOTHING));

  private final List<Evaluation> evaluations;
  private final List<Line> lines;

  /// What is told of a figure besides, where there are several evaluations.
  private enum Among {
    NOTHING,
    LEAST,
    MEAN;

    double of(DoubleStream each) {
      return this == LEAST ? each.min().orElse(Double.NaN) : each.average().orElse(Double.NaN);
    }
  }

  private record Figure(String key, String title, ToDoubleFunction<Scorecard> value, Among among) {}

  /// A classifier's answers to all evaluations, and the figures of all letters together.
  private record Line(List<TestRun> answers, Scorecard card) {
    static Line of(List<TestRun> answers) {
      return new Line(answers, Scorecard.of(guesses(answers)));
    }

    static List<RankedLabel> guesses(List<TestRun> answers) {
      return answers.stream().flatMap(a -> a.guesses().stream()).toList();
    }

    String name() {
      return answers.getFirst().name();
    }

    double mean(ToDoubleFunction<TestRun> of) {
      return answers.stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    double among(Figure figure) {
      return figure.among.of(
          answers.stream().mapToDouble(a -> figure.value.applyAsDouble(Scorecard.of(a.guesses()))));
    }
  }

  private EvaluationReport(List<Evaluation> evaluations, List<Line> lines) {
    this.evaluations = evaluations;
    this.lines = lines;
  }

  /// Runs the test for the matcher and for each rival.
  public static EvaluationReport of(Evaluation evaluation, List<Baseline> rivals) {
    return of(List.of(evaluation), rivals);
  }

  /// The same for several tests.
  ///
  /// @param evaluations one or more
  public static EvaluationReport of(List<Evaluation> evaluations, List<Baseline> rivals) {
    List<List<TestRun>> each = new ArrayList<>();
    evaluations.forEach(evaluation -> each.add(TestRun.of(evaluation, rivals)));
    List<Line> lines =
        IntStream.rangeClosed(0, rivals.size())
            .mapToObj(one -> Line.of(each.stream().map(answers -> answers.get(one)).toList()))
            .toList();
    return new EvaluationReport(List.copyOf(evaluations), lines);
  }

  /// A table to read.
  public List<String> table() {
    List<String> table = new ArrayList<>(List.of(heading(), row("", Line::name)));
    for (Figure figure : FIGURES) {
      table.add(row(figure.title, line -> percent(figure.value.applyAsDouble(line.card()))));
      if (evaluations.size() > 1 && figure.among != Among.NOTHING) {
        String title =
            "  %s of %d lists"
                .formatted(figure.among.name().toLowerCase(Locale.ROOT), evaluations.size());
        table.add(row(title, line -> percent(line.among(figure))));
      }
    }
    table.add(row("seconds to learn", line -> number(line.mean(TestRun::learning), "%.1f")));
    table.add(row("µs a message", line -> number(line.mean(TestRun::micros), "%.0f")));
    if (!evaluations.getFirst().byWords()) {
      table.add(row("asked what they mean", line -> percent(line.mean(TestRun::asked))));
    }
    return table;
  }

  private String heading() {
    Scorecard first = lines.getFirst().card();
    Evaluation evaluation = evaluations.getFirst();
    return "%d letters in scope, %d out of scope; %d topics; %d examples"
        .formatted(
            first.inScope(),
            first.outOfScope(),
            evaluation.catalog().all().size(),
            evaluation.examples().size());
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
    return lines.stream().map(EvaluationReport::json).toList();
  }

  private static String json(Line line) {
    StringBuilder json = new StringBuilder("{\"classifier\":\"" + line.name() + "\"");
    json.append(",\"inScope\":").append(line.card().inScope());
    json.append(",\"outOfScope\":").append(line.card().outOfScope());
    for (Figure figure : FIGURES) {
      append(json, figure.key, figure.value.applyAsDouble(line.card()));
    }
    append(json, "secondsToLearn", line.mean(TestRun::learning));
    append(json, "microsecondsPerMessage", line.mean(TestRun::micros));
    append(json, "asked", line.mean(TestRun::asked));
    return json.append('}').toString();
  }

  private static void append(StringBuilder json, String key, double value) {
    String number = Double.isNaN(value) ? "null" : String.format(Locale.ROOT, "%.4f", value);
    json.append(",\"").append(key).append("\":").append(number);
  }

  /// `label<TAB>predicted<TAB>probability<TAB>runner-up` for each letter of the test.
  public List<String> predictions() {
    boolean open = lines.getFirst().card().outOfScope() > 0;
    return Line.guesses(lines.getFirst().answers()).stream()
        .map(rankedLabel -> prediction(rankedLabel, open))
        .toList();
  }

  private static String prediction(RankedLabel rankedLabel, boolean open) {
    boolean refused = open && rankedLabel.refused();
    return String.join(
        "\t",
        rankedLabel.label(),
        refused ? Evaluation.OUT_OF_SCOPE : rankedLabel.best(),
        String.format(Locale.ROOT, "%.6f", refused ? rankedLabel.none() : rankedLabel.confidence()),
        refused ? rankedLabel.best() : rankedLabel.runnerUp());
  }
}
