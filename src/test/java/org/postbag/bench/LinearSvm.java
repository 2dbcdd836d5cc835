package org.postbag.bench;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.postbag.classifier.text.SparseVector;
import org.postbag.cli.evaluation.Baseline;
import org.postbag.cli.evaluation.RankedLabel;

/// A linear support vector machine, one topic against the rest, by liblinear with its usual
/// settings. It refuses a letter that lies on the wrong side for every topic.
public final class LinearSvm implements Baseline {
  private static final double COST = 1;
  private static final double TOLERANCE = 0.1;

  /// Added to margins, since they are no probabilities.
  private static final double NO_PROBABILITY = 1000;

  /// In place of a class where there is none.
  private static final int NONE = -1;

  private final Map<Integer, Integer> numbers = new HashMap<>();

  @Override
  public String name() {
    return "linear SVM";
  }

  @Override
  public List<RankedLabel> guesses(Task task) {
    Linear.disableDebugOutput();
    List<String> classes = List.copyOf(new LinkedHashSet<>(task.labels()));
    Problem problem = new Problem();
    problem.l = task.labels().size();
    problem.x = task.vectors().stream().map(this::known).toArray(Feature[][]::new);
    problem.y = task.labels().stream().mapToDouble(classes::indexOf).toArray();
    problem.n = numbers.size();
    Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, TOLERANCE);
    parameter.setRandom(new Random(0));
    Model model = Linear.train(problem, parameter);
    List<RankedLabel> guesses = new ArrayList<>();
    for (int i = 0; i < task.tests().size(); i++) {
      guesses.add(guess(model, classes, task.tests().get(i).label(), task.testVectors().get(i)));
    }
    return guesses;
  }

  private Feature[] known(SparseVector text) {
    text.forEach((feature, value) -> numbers.putIfAbsent(feature, numbers.size() + 1));
    return features(text);
  }

  private Feature[] features(SparseVector text) {
    Map<Integer, Float> values = new TreeMap<>();
    text.forEach((feature, value) -> {
      if (numbers.containsKey(feature)) {
        values.merge(numbers.getOrDefault(feature, 0), value, Float::sum);
      }
    });
    return values.entrySet().stream()
        .map(e -> new FeatureNode(e.getKey(), e.getValue()))
        .toArray(Feature[]::new);
  }

  private RankedLabel guess(Model model, List<String> classes, String label, SparseVector text) {
    double[] margins = new double[model.getNrClass()];
    Linear.predictValues(model, features(text), margins);
    if (margins.length == 2) {
      margins[1] = -margins[0];
    }
    int best = best(margins, NONE);
    int second = best(margins, best);
    return new RankedLabel(
        label,
        classes.get(model.getLabels()[best]),
        margins[best] + NO_PROBABILITY,
        second == NONE ? "" : classes.get(model.getLabels()[second]),
        NO_PROBABILITY);
  }

  private static int best(double[] margins, int except) {
    int best = NONE;
    for (int c = 0; c < margins.length; c++) {
      if (c != except && (best == NONE || margins[c] > margins[best])) {
        best = c;
      }
    }
    return best;
  }
}
