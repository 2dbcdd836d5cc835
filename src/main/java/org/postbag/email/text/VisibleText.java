package org.postbag.email.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the writer wrote, and what was folded away: our own text, quoted history, signature,
/// disclaimer and footers.
///
/// A line is folded only when it is known to be one of these; when in doubt it stays: a sentence
/// too much is read over, a sentence lost is lost. A text that is a forwarded message and nothing
/// else keeps that message.
///
/// @param text what remains
/// @param folded what does not, in the order of the text
public record VisibleText(String text, List<Fold> folded) {
  public VisibleText {
    folded = List.copyOf(folded);
  }

  /// Tells the writer's own words from the rest.
  ///
  /// @param text the whole text
  /// @param marked what the format or the mail program marks as history or signature
  /// @param ours what is proved to be our own, in the order of the text
  public static VisibleText of(
      String text, List<Fold> marked, List<Fold> ours, Conversation conversation) {
    List<Fold> inOrder = marked.stream().sorted(Comparator.comparingInt(Fold::start)).toList();
    List<Line> lines = Line.of(text, inOrder, ours, conversation);
    Fold.@Nullable Why[] why = History.of(lines, conversation);
    return new VisibleText(visible(lines, why), folds(lines, why));
  }

  private static String visible(List<Line> lines, Fold.@Nullable Why[] why) {
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      if (why[i] == null) {
        kept.append(lines.get(i).text().replace("\r", "").stripTrailing()).append('\n');
      }
    }
    return kept.toString().replaceAll("\n{3,}", "\n\n").replaceAll("^\n+", "").stripTrailing();
  }

  /// Neighbours of one kind are one stretch, with the empty lines between them.
  private static List<Fold> folds(List<Line> lines, Fold.@Nullable Why[] why) {
    List<Fold> folds = new ArrayList<>();
    boolean apart = true;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Fold.Why what = why[i];
      if (what == null) {
        apart |= !line.text().isBlank();
      } else if (!line.text().isBlank()) {
        boolean joins = !apart && folds.getLast().why() == what;
        int start = joins ? folds.removeLast().start() : line.start();
        folds.add(new Fold(start, line.end(), what));
        apart = false;
      }
    }
    return folds;
  }

  /// `whole` without what is proved to be ours: where signs of distress are looked for.
  public static String withoutOurs(String whole, List<Fold> folded) {
    StringBuilder rest = new StringBuilder();
    int at = 0;
    for (Fold fold : folded) {
      if (fold.why() == Fold.Why.OURS) {
        rest.append(whole, at, fold.start()).append('\n');
        at = fold.end();
      }
    }
    return rest.append(whole, at, whole.length()).toString();
  }
}
