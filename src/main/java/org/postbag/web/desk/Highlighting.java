package org.postbag.web.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.postbag.matching.Evidence;
import org.postbag.people.help.HelpSign;

/// Text with the words marked that spoke for or against a topic, or say that somebody needs help.
final class Highlighting {
  /// A stretch of text.
  ///
  /// @param kind `` for plain text, `for`, `against` or `help`; with ` more` or ` most` where it
  ///   weighs much
  record Piece(String text, String kind) {}

  /// A reason that weighs less than this share of the weightiest is not worth the reader's eye.
  private static final double WORTH_SHOWING = 0.3;

  private Highlighting() {}

  /// The reasons worth showing, the weightiest first as they came.
  static List<Evidence> telling(List<Evidence> evidence) {
    double most = evidence.stream().mapToDouble(e -> Math.abs(e.weight())).max().orElse(0);
    return evidence.stream().filter(e -> Math.abs(e.weight()) >= most * WORTH_SHOWING).toList();
  }

  private record Mark(int start, int end, String kind) {
    boolean fits(String text) {
      return start >= 0 && end > start && end <= text.length();
    }
  }

  /// The text in pieces, in order; together they are the text, character for character. Places that
  /// do not fit the text, or overlap an earlier one, are left out. Words that say that somebody
  /// needs help come before those that tell the topic.
  static List<Piece> of(
      String text, Evidence.Where where, List<Evidence> evidence, List<HelpSign> help) {
    List<Mark> marks = new ArrayList<>();
    help.stream()
        .flatMap(sign -> sign.words().stream())
        .forEach(word -> add(marks, new Mark(word.start(), word.end(), "help"), text));
    telling(evidence).stream()
        .filter(e -> e.where() == where)
        .sorted(Comparator.comparingInt(Evidence::start).thenComparingInt(e -> -e.end()))
        .map(e -> new Mark(e.start(), e.end(), kind(e, evidence)))
        .forEach(mark -> add(marks, mark, text));
    marks.sort(Comparator.comparingInt(Mark::start));
    return pieces(text, marks);
  }

  /// How much it weighs beside the weightiest, in three steps: `for`, `for more`, `for most`.
  private static String kind(Evidence one, List<Evidence> all) {
    double most = all.stream().mapToDouble(e -> Math.abs(e.weight())).max().orElse(1);
    double share = Math.abs(one.weight()) / most;
    String side = one.weight() < 0 ? "against" : "for";
    if (share > 0.75) {
      return side + " most";
    }
    return share > 0.5 ? side + " more" : side;
  }

  private static void add(List<Mark> marks, Mark mark, String text) {
    if (mark.fits(text)
        && marks.stream().noneMatch(m -> m.start < mark.end && mark.start < m.end)) {
      marks.add(mark);
    }
  }

  private static List<Piece> pieces(String text, List<Mark> marks) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Mark mark : marks) {
      add(pieces, text.substring(at, mark.start), "");
      add(pieces, text.substring(mark.start, mark.end), mark.kind);
      at = mark.end;
    }
    add(pieces, text.substring(at), "");
    return pieces;
  }

  private static void add(List<Piece> pieces, String text, String kind) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, kind));
    }
  }
}
