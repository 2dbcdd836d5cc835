package org.postbag.matching.campaign;

import java.util.ArrayDeque;
import java.util.Deque;
import org.postbag.classifier.text.Passage;

/// Puts a letter that is seen for the first time into the cluster that it is most like, else into
/// one of its own. Under the lock of [Campaigns].
final class Newcomers {
  /// Clusters of one letter that are remembered.
  private static final int LONE_LETTERS = 10_000;

  private final ClusterTable table;
  private final SameText sameText;
  private final Deque<Integer> alone = new ArrayDeque<>();

  Newcomers(ClusterTable table, SameText sameText) {
    this.table = table;
    this.sameText = sameText;
  }

  /// Returns the place of the letter's cluster.
  int place(long letter, LetterText text, Passage passage) {
    int nearest = nearest(letter, text);
    if (nearest < 0) {
      sameText.add(passage);
      return alone(letter, text);
    }
    table.group(nearest).orElseThrow().add(text);
    table.put(letter, nearest);
    return nearest;
  }

  private int nearest(long letter, LetterText text) {
    int best = -1;
    double most = 0;
    for (int place : table.near(text.runs())) {
      Cluster group = table.group(place).orElseThrow();
      double alike = likeness(text, group);
      if (alike >= ClusterMerging.LETTER_ALIKE
          && alike > most
          && !table.isApart(letter, place)
          && !Likeness.isOpposed(text, group)
          && !Likeness.hasOtherMatter(text, group)) {
        most = alike;
        best = place;
      }
    }
    return best;
  }

  /// How much of a letter a cluster's letters have in common with it, 0 to 1.
  double likeness(LetterText text, Cluster group) {
    return ClusterMerging.alike(text.runs(), 1, group, table.frame());
  }

  private int alone(long letter, LetterText text) {
    int place = table.add(new Cluster(letter, text));
    table.put(letter, place);
    table.frame().add(text.runs());
    alone.addLast(place);
    if (alone.size() > LONE_LETTERS) {
      forget(alone.removeFirst());
    }
    return place;
  }

  private void forget(int place) {
    if (table.group(place).filter(group -> group.members() == 1).isPresent()) {
      table.forget(place);
    }
  }
}
