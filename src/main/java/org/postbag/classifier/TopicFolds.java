package org.postbag.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postbag.classifier.embedding.Embedding;

/// Which topics are left out of a rehearsal together. The more topics there are, the nearer in
/// meaning is a letter on one that was left out to some of the others, as a letter that no topic
/// fits is not. So among many a topic is left out with those that are nearest to it.
final class TopicFolds {
  private final List<Embedding> topics;

  /// @param topics what they mean; empty where nothing is known of meaning
  TopicFolds(List<Embedding> topics) {
    this.topics = List.copyOf(topics);
  }

  /// In which fold each topic is left out.
  ///
  /// @param order of the topics; those that come first choose their kin first
  int[] turns(List<Integer> order, int folds) {
    int[] turns = new int[order.size()];
    int groups = groups(turns.length, folds);
    List<Integer> left = new ArrayList<>(order);
    for (int group = 0; group < groups; group++) {
      int size = turns.length * (group + 1) / groups - turns.length * group / groups;
      for (int topic : together(left, size)) {
        turns[topic] = group % folds;
      }
    }
    return turns;
  }

  /// Among the usual number of topics none is left out for another's sake.
  private int groups(int all, int folds) {
    float usual = CaseWeights.USUAL_TOPICS;
    int far = topics.isEmpty() ? all : Math.round(usual * usual / all);
    return Math.min(all, Math.max(folds, far));
  }

  /// Takes the first of those that are left, and one by one what is nearest to all taken so far.
  private List<Integer> together(List<Integer> left, int size) {
    double[] nearness = new double[topics.size()];
    List<Integer> together = new ArrayList<>();
    while (together.size() < size) {
      int next = 0;
      for (int i = 1; i < left.size() && !together.isEmpty(); i++) {
        next = nearness[left.get(i)] > nearness[left.get(next)] ? i : next;
      }
      int topic = left.get(next);
      left.remove(Integer.valueOf(topic));
      together.add(topic);
      Arrays.setAll(nearness, t -> nearness[t] + topics.get(topic).cosine(topics.get(t)));
    }
    return together;
  }
}
