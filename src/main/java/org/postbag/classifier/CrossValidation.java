package org.postbag.classifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.postbag.classifier.embedding.LabelEmbeddings;
import org.postbag.classifier.text.SparseVector;

/// Tries the model on letters it has not learned from. Each time a fifth of the letters is kept
/// back, and a fifth of the topics with all of their letters: so the model meets letters that no
/// topic of its fits, which is what "none" is learned from. [TopicFolds] says which topics together.
final class CrossValidation {
  private static final int FOLDS = 5;

  /// With more letters than this, a few folds tell as much as all.
  private static final int MANY = 3000;

  private static final int FOLDS_OF_MANY = 2;
  private static final int LEAST_TOPICS_TO_LEAVE_SOME_OUT = 4;

  private final List<SparseVector> profiles;
  private final LabelEmbeddings senses;
  private final List<LabelledText> samples;
  private final int[] taught;
  private final int[] turn;
  private final int[] topicTurn;
  private final List<Integer> tried = new ArrayList<>();

  /// @param senses what the topics' own words mean; empty where nothing is known of meaning
  CrossValidation(List<SparseVector> profiles, LabelEmbeddings senses, List<LabelledText> samples) {
    this(profiles, senses, samples, 0);
  }

  /// @param round the same letters and topics are kept back together in one round, others in others
  CrossValidation(List<SparseVector> profiles, LabelEmbeddings senses, List<LabelledText> samples, int round) {
    this(profiles, senses, samples, samples.stream().mapToInt(LabelledText::label).toArray(), round);
  }

  /// @param taught what the model is told of each letter that is not kept back: a topic, or
  ///   [LabelledText#NONE] for nothing
  CrossValidation(List<SparseVector> profiles, LabelEmbeddings senses, List<LabelledText> samples, int[] taught) {
    this(profiles, senses, samples, taught, 0);
  }

  private CrossValidation(
      List<SparseVector> profiles, LabelEmbeddings senses, List<LabelledText> samples, int[] taught, int round) {
    this.profiles = profiles;
    this.senses = senses;
    this.samples = samples;
    this.taught = taught.clone();
    this.turn = turns(profiles.size(), samples, round);
    TopicFolds topicFolds = new TopicFolds(TopicEmbeddings.middles(senses, samples));
    this.topicTurn = topicFolds.turns(order(profiles.size(), round), FOLDS);
  }

  /// In which fold each letter is kept back: letters of one topic take turns.
  private static int[] turns(int topics, List<LabelledText> samples, int round) {
    int[] seen = new int[topics + 1];
    int[] turns = new int[samples.size()];
    for (int i : order(turns.length, round)) {
      turns[i] = seen[samples.get(i).label() + 1]++ % FOLDS;
    }
    return turns;
  }

  private static List<Integer> order(int size, int round) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    if (round > 0) {
      Collections.shuffle(order, new Random(round));
    }
    return order;
  }

  /// The number of the letter in each trial, after [#trials()].
  List<Integer> tried() {
    return List.copyOf(tried);
  }

  List<ValidationCase> trials() {
    tried.clear();
    boolean leaveTopicsOut = profiles.size() >= LEAST_TOPICS_TO_LEAVE_SOME_OUT;
    List<ValidationCase> trials = new ArrayList<>();
    int folds = samples.size() > MANY ? FOLDS_OF_MANY : FOLDS;
    for (int fold = 0; fold < folds; fold++) {
      addTrials(trials, fold, leaveTopicsOut);
    }
    return CaseWeights.of(trials, outOfScope());
  }

  private void addTrials(List<ValidationCase> trials, int fold, boolean leaveTopicsOut) {
    int[] place = new int[profiles.size()];
    List<Integer> kept = new ArrayList<>();
    for (int t = 0; t < place.length; t++) {
      place[t] = leaveTopicsOut && topicTurn[t] == fold ? LabelledText.NONE : kept.size();
      if (place[t] != LabelledText.NONE) {
        kept.add(t);
      }
    }
    TopicModel model = fit(fold, place, kept);
    for (int i = 0; i < turn.length; i++) {
      int label = samples.get(i).label();
      boolean unknown = label == LabelledText.NONE || place[label] == LabelledText.NONE;
      boolean real = label == LabelledText.NONE;
      if (turn[i] == fold || (unknown && !real)) {
        int truth = real ? LabelledText.NONE : unknown ? ValidationCase.LEFT_OUT : place[label];
        trials.add(trial(model, samples.get(i), kept, truth));
        tried.add(i);
      }
    }
  }

  private TopicModel fit(int fold, int[] place, List<Integer> kept) {
    List<LabelledText> lessons = new ArrayList<>();
    for (int i = 0; i < turn.length; i++) {
      if (turn[i] != fold && taught[i] != LabelledText.NONE && place[taught[i]] != LabelledText.NONE) {
        lessons.add(samples.get(i).labelled(place[taught[i]]));
      }
    }
    List<SparseVector> words = kept.stream().map(profiles::get).toList();
    return TopicModel.fit(words, senses.of(kept), lessons, Weights.WITH_EXAMPLES);
  }

  /// What a sample looks like to a model.
  ///
  /// @param kept the numbers of the topics that the model knows, in its order
  static ValidationCase trial(TopicModel model, LabelledText labelledText, List<Integer> kept, int truth) {
    RawScores rawScores = model.said(model.place(labelledText.text()));
    List<EmbeddingSimilarity> alike = model.likeTo(labelledText);
    List<ValidationCase.Look> looks = new ArrayList<>();
    for (int k = 0; k < kept.size(); k++) {
      double keyword = labelledText.keywords().get(kept.get(k));
      float reach = model.centroids().reaches()[k];
      int examples = model.centroids().examples()[k];
      looks.add(
          new ValidationCase.Look(
              keyword, rawScores.cosines()[k], reach, rawScores.scores()[k], examples, alike.get(k)));
    }
    return new ValidationCase(looks, t -> model.labelVectors().of(t).cosine(labelledText.text()), truth, 1);
  }

  /// The share of odd letters in this office's post: what is assumed, or what people said, if that
  /// is more. It is never less, since many a letter that no topic fits is decided by nobody.
  private double outOfScope() {
    long none = samples.stream().filter(s -> s.label() == LabelledText.NONE).count();
    double assumed = CaseWeights.assumedOutOfScope(profiles.size());
    return none < CaseWeights.ENOUGH_ODD ? assumed : Math.max(assumed, (double) none / samples.size());
  }
}
