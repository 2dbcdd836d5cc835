package org.postbag.matching.stance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.postbag.catalog.Stance;
import org.postbag.matching.stance.Opinions.Opinion;

/// What the sides of one topic are for and against, learned from their phrases.
public final class StanceModel {
  /// A side is named when it has this share of what was found; an opinion more on one side than on
  /// the other is a hint, no decision.
  private static final double DECIDED = 0.75;

  /// What is taken for granted of the other sides: one hint alone decides nothing.
  private static final double DOUBT = 0.25;

  /// An opinion about something that no phrase names.
  private static final double ANYTHING = 0.8;

  private final List<Stance> stances;
  private final List<Map<String, Double>> views;

  public StanceModel(List<Stance> stances) {
    this.stances = List.copyOf(stances);
    this.views = stances.stream().map(StanceModel::view).toList();
  }

  /// The mean sign of each thing.
  private static Map<String, Double> view(Stance stance) {
    Map<String, double[]> sums = new HashMap<>();
    for (String phrase : stance.phrases()) {
      for (Opinion opinion : Opinions.of(phrase)) {
        double[] sum = sums.computeIfAbsent(opinion.about(), _ -> new double[2]);
        sum[0] += opinion.sign();
        sum[1]++;
      }
      count(sums, phrase);
    }
    Map<String, Double> view = new HashMap<>();
    sums.forEach((about, sum) -> view.put(about, sum[0] / sum[1]));
    return view;
  }

  /// What `support it` says where nothing tells what it is: as the first word of a phrase does.
  private static void count(Map<String, double[]> sums, String phrase) {
    Opinions.of(phrase).stream()
        .findFirst()
        .ifPresent(first -> {
          double[] sum = sums.computeIfAbsent(Opinions.ANYTHING, _ -> new double[2]);
          sum[0] += first.sign();
          sum[1]++;
        });
  }

  /// The side that a text takes.
  public StanceMatch match(String text) {
    double[] scores = new double[stances.size()];
    List<List<Opinion>> reasons = new ArrayList<>();
    stances.forEach(_ -> reasons.add(new ArrayList<>()));
    for (Opinion opinion : Opinions.of(text).stream().map(this::resolved).toList()) {
      for (int i = 0; i < scores.length; i++) {
        double fits = opinion.sign() * orientation(i, opinion.about());
        if (fits > 0) {
          scores[i] += fits * (opinion.about().equals(Opinions.ANYTHING) ? ANYTHING : 1);
          reasons.get(i).add(opinion);
        }
      }
    }
    return decide(scores, reasons);
  }

  /// What an opinion about anything is about, as far as its sentence says: what it named first,
  /// such as the ban of a ban on fireworks.
  private Opinion resolved(Opinion opinion) {
    return opinion.before().stream()
        .filter(this::isKnown)
        .reduce((_, earlier) -> earlier)
        .map(about -> new Opinion(about, opinion.sign(), opinion.start(), opinion.end(), List.of()))
        .orElse(opinion);
  }

  private boolean isKnown(String about) {
    return IntStream.range(0, views.size()).anyMatch(i -> orientation(i, about) != 0);
  }

  /// From 1 for it to -1 against it. Of two sides, one is against what the other is for.
  private double orientation(int side, String about) {
    double own = views.get(side).getOrDefault(about, 0.0);
    if (views.size() != 2) {
      return own;
    }
    double other = views.get(1 - side).getOrDefault(about, 0.0);
    return Math.clamp(own - other, -1, 1);
  }

  private StanceMatch decide(double[] scores, List<List<Opinion>> reasons) {
    int best = 0;
    double all = DOUBT;
    for (int i = 0; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
      all += scores[i];
    }
    double confidence = scores[best] / all;
    List<StanceMatch.Place> places =
        reasons.get(best).stream()
            .map(opinion -> new StanceMatch.Place(opinion.start(), opinion.end()))
            .distinct()
            .sorted(Comparator.comparingInt(StanceMatch.Place::start))
            .toList();
    return new StanceMatch(
        Optional.of(stances.get(best)).filter(_ -> confidence >= DECIDED), confidence, places);
  }
}
