package org.postbag.cli.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The usual figures over many guesses. A share over no letters at all is not a number.
///
/// @param accuracy share of the letters in scope whose likeliest topic is right
/// @param accuracyWithRefusal the same, a refused letter counting as wrong
/// @param macroF1 the mean over topics of F1, refusal left out
/// @param coverage95 share of the letters in scope that are answered rightly when the confidence
///   asked for is set so that 95 % of all answers are right, letters out of scope among them
/// @param calibrationError expected calibration error in 15 bins, all letters; not a number where
///   confidences are no probabilities
/// @param calibrationFloor the same error of a perfectly calibrated classifier with these
///   confidences, because letters are few
/// @param outOfScopeRecall share of the letters out of scope that are refused
/// @param auroc how often a letter in scope has more confidence than one out of scope
public record Scorecard(
    int inScope,
    int outOfScope,
    double accuracy,
    double accuracyWithRefusal,
    double macroF1,
    double coverage95,
    double calibrationError,
    double calibrationFloor,
    double outOfScopeRecall,
    double auroc) {
  private static final double PRECISION = 0.95;

  public static Scorecard of(List<RankedLabel> guesses) {
    List<RankedLabel> in = guesses.stream().filter(RankedLabel::inScope).toList();
    List<RankedLabel> out = guesses.stream().filter(g -> !g.inScope()).toList();
    Calibration calibration = Calibration.of(guesses);
    return new Scorecard(
        in.size(),
        out.size(),
        share(in, RankedLabel::right),
        share(in, g -> g.right() && !g.refused()),
        macroF1(in),
        coverage(guesses, in.size()),
        calibration.error(),
        calibration.floor(),
        share(out, RankedLabel::refused),
        auroc(in, out));
  }

  private static double share(List<RankedLabel> of, Predicate<RankedLabel> which) {
    return (double) of.stream().filter(which).count() / of.size();
  }

  private static double macroF1(List<RankedLabel> in) {
    Set<String> labels = new TreeSet<>();
    in.forEach(g -> labels.add(g.label()));
    return labels.stream().mapToDouble(label -> f1(in, label)).average().orElse(Double.NaN);
  }

  private static double f1(List<RankedLabel> in, String label) {
    long right = in.stream().filter(g -> g.label().equals(label) && g.right()).count();
    long said = in.stream().filter(g -> g.best().equals(label)).count();
    long are = in.stream().filter(g -> g.label().equals(label)).count();
    return 2.0 * right / (said + are);
  }

  private static double coverage(List<RankedLabel> guesses, int inScope) {
    List<RankedLabel> surest =
        guesses.stream()
            .sorted(Comparator.comparingDouble(RankedLabel::confidence).reversed())
            .toList();
    int right = 0;
    int best = 0;
    for (int i = 0; i < surest.size(); i++) {
      right += surest.get(i).right() ? 1 : 0;
      best = right >= PRECISION * (i + 1) ? right : best;
    }
    return (double) best / inScope;
  }

  private static double auroc(List<RankedLabel> in, List<RankedLabel> out) {
    double[] others = out.stream().mapToDouble(RankedLabel::confidence).sorted().toArray();
    double won = 0;
    for (RankedLabel rankedLabel : in) {
      int place = Arrays.binarySearch(others, rankedLabel.confidence());
      won += place >= 0 ? place + 0.5 : -place - 1;
    }
    return won / ((double) in.size() * out.size());
  }
}
