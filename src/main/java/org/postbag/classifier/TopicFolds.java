package org.postbag.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postbag.classifier.embedding.Embedding;

/// Assigns labels to leave-topics-out folds. Among many labels, an example of a left-out label is
/// nearer to some known label than a real out-of-scope text would be, so with embeddings similar
/// labels are left out together.
final class TopicFolds {
  private final List<Embedding> topics;

  /// @param topics the centroid of each label's embeddings; empty without a sentence model
  TopicFolds(List<Embedding> topics) {
    this.topics = List.copyOf(topics);
  }

  /// The fold in which each label is left out.
  ///
  /// @param order of the labels; earlier ones pick their nearest first
  int[] assign(List<Integer> order, int folds) {
    int[] foldOf = new int[order.size()];
    int groups = groups(foldOf.length, folds);
    List<Integer> remaining = new ArrayList<>(order);
    for (int g = 0; g < groups; g++) {
      int size = foldOf.length * (g + 1) / groups - foldOf.length * g / groups;
      for (int topic : nearestGroup(remaining, size)) {
        foldOf[topic] = g % folds;
      }
    }
    return foldOf;
  }

  /// The number of groups. At the reference number of labels or below, each label is a group of its
  /// own.
  private int groups(int all, int folds) {
    float reference = CaseWeights.REFERENCE_TOPICS;
    int byCount = topics.isEmpty() ? all : Math.round(reference * reference / all);
    return Math.min(all, Math.max(folds, byCount));
  }

  /// Removes the first remaining label, then greedily the one most similar to all taken so far.
  private List<Integer> nearestGroup(List<Integer> remaining, int size) {
    double[] similarity = new double[topics.size()];
    List<Integer> group = new ArrayList<>();
    while (group.size() < size) {
      int next = 0;
      for (int i = 1; i < remaining.size() && !group.isEmpty(); i++) {
        next = similarity[remaining.get(i)] > similarity[remaining.get(next)] ? i : next;
      }
      int topic = remaining.get(next);
      remaining.remove(Integer.valueOf(topic));
      group.add(topic);
      Arrays.setAll(similarity, t -> similarity[t] + topics.get(topic).cosine(topics.get(t)));
    }
    return group;
  }
}
