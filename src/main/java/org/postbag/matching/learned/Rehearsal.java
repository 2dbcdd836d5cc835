package org.postbag.matching.learned;

import java.util.ArrayList;
import java.util.List;
import org.postbag.matching.words.Vector;

/// Tries the model on letters it has not learned from. Each time a fifth of the letters is kept
/// back, and a fifth of the topics with all of their letters: so the model meets letters that no
/// topic of its fits, which is what "none" is learned from.
final class Rehearsal {
  private static final int FOLDS = 5;

  /// Letters of no known topic stand for all the odd letters of an office, and are counted less.
  private static final double NONE_WEIGHT = 0.5;

  private final List<Vector> profiles;
  private final List<Sample> samples;
  private final int[] turn;

  Rehearsal(List<Vector> profiles, List<Sample> samples) {
    this.profiles = profiles;
    this.samples = samples;
    this.turn = turns(profiles.size(), samples);
  }

  /// In which fold each letter is kept back: letters of one topic take turns.
  private static int[] turns(int topics, List<Sample> samples) {
    int[] seen = new int[topics + 1];
    int[] turns = new int[samples.size()];
    for (int i = 0; i < turns.length; i++) {
      turns[i] = seen[samples.get(i).label() + 1]++ % FOLDS;
    }
    return turns;
  }

  List<Trial> trials(boolean leaveTopicsOut) {
    List<Trial> trials = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      addTrials(trials, fold, leaveTopicsOut);
    }
    return trials;
  }

  private void addTrials(List<Trial> trials, int fold, boolean leaveTopicsOut) {
    int[] place = new int[profiles.size()];
    List<Integer> kept = new ArrayList<>();
    for (int t = 0; t < place.length; t++) {
      place[t] = leaveTopicsOut && t % FOLDS == fold ? Sample.NONE : kept.size();
      if (place[t] != Sample.NONE) {
        kept.add(t);
      }
    }
    Learned model = fit(fold, place, kept);
    for (int i = 0; i < turn.length; i++) {
      int label = samples.get(i).label();
      boolean unknown = label == Sample.NONE || place[label] == Sample.NONE;
      boolean real = label == Sample.NONE;
      if (turn[i] == fold || (unknown && !real)) {
        int truth = unknown ? Sample.NONE : place[label];
        double weight = unknown && !real ? NONE_WEIGHT : 1;
        trials.add(new Trial(looks(model, samples.get(i), kept), truth, weight));
      }
    }
  }

  private Learned fit(int fold, int[] place, List<Integer> kept) {
    List<Vector> texts = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < turn.length; i++) {
      int label = samples.get(i).label();
      if (turn[i] != fold && label != Sample.NONE && place[label] != Sample.NONE) {
        texts.add(samples.get(i).text());
        labels.add(place[label]);
      }
    }
    List<Vector> words = kept.stream().map(profiles::get).toList();
    int[] numbers = labels.stream().mapToInt(Integer::intValue).toArray();
    return Learned.fit(words, texts, numbers, Fusion.WITH_EXAMPLES);
  }

  static List<Trial.Look> looks(Learned model, Sample sample, List<Integer> kept) {
    float[] cosines = model.centres().cosines(sample.text());
    double[] log = model.logProbabilities(sample.text());
    List<Trial.Look> looks = new ArrayList<>();
    for (int k = 0; k < kept.size(); k++) {
      looks.add(new Trial.Look(sample.keywords().get(kept.get(k)), cosines[k], log[k]));
    }
    return looks;
  }
}
