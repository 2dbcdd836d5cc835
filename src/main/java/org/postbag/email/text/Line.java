package org.postbag.email.text;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A line of a letter, or a piece of one where something else begins within it.
///
/// @param start where it stands in the whole text
/// @param known what it is already known to be; null for what is still to be judged
record Line(int start, int end, String text, Fold.@Nullable Why known) {
  /// The lines of `text`, cut where something known begins or ends, and around a head that shares
  /// its line with something else.
  ///
  /// @param marked what the format or the mail program marks, in the order of the text
  /// @param ours what we wrote, in the order of the text; it counts before any mark
  static List<Line> of(String text, List<Fold> marked, List<Fold> ours, Conversation conversation) {
    TreeSet<Integer> cuts = new TreeSet<>();
    marked.forEach(fold -> cuts.addAll(List.of(fold.start(), fold.end())));
    ours.forEach(fold -> cuts.addAll(List.of(fold.start(), fold.end())));
    List<Line> lines = new ArrayList<>();
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      cutHeads(text, start, end, conversation, cuts);
      pieces(text, start, end, cuts, lines);
      start = end + 1;
    }
    return judged(judged(lines, marked), ours);
  }

  private static void cutHeads(
      String text, int start, int end, Conversation conversation, TreeSet<Integer> cuts) {
    OneLineHead.in(text.substring(start, end))
        .filter(head -> conversation.isHistory(head.text()))
        .ifPresent(head -> cuts.addAll(List.of(start + head.start(), start + head.end())));
  }

  private static void pieces(
      String text, int start, int end, TreeSet<Integer> cuts, List<Line> lines) {
    int from = start;
    for (int cut : List.copyOf(cuts.subSet(start, false, end, false))) {
      lines.add(new Line(from, cut, text.substring(from, cut), null));
      from = cut;
    }
    lines.add(new Line(from, end, text.substring(from, end), null));
  }

  /// Where stretches overlap, the one that begins first counts.
  private static List<Line> judged(List<Line> lines, List<Fold> known) {
    List<Fold> folds = known.stream().filter(f -> f.end() > f.start()).toList();
    List<Line> judged = new ArrayList<>(lines.size());
    int at = 0;
    for (Line line : lines) {
      while (at < folds.size() && folds.get(at).end() <= line.start) {
        at++;
      }
      boolean inside =
          at < folds.size() && folds.get(at).start() <= line.start && line.end > line.start;
      judged.add(inside ? line.known(folds.get(at).why()) : line);
    }
    return judged;
  }

  private Line known(Fold.Why why) {
    return new Line(start, end, text, why);
  }
}
