package org.postbag.web.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.postbag.matching.Evidence;

/// Text with the words marked that spoke for or against a topic.
final class Highlighting {
  /// A stretch of text.
  ///
  /// @param kind `` for plain text, `for` or `against`
  record Piece(String text, String kind) {}

  /// A reason that weighs less than this share of the weightiest is not worth the reader's eye.
  private static final double WORTH_SHOWING = 0.3;

  private Highlighting() {}

  /// The reasons worth showing, the weightiest first as they came.
  static List<Evidence> telling(List<Evidence> evidence) {
    double most = evidence.stream().mapToDouble(e -> Math.abs(e.weight())).max().orElse(0);
    return evidence.stream().filter(e -> Math.abs(e.weight()) >= most * WORTH_SHOWING).toList();
  }

  /// The text in pieces, in order; together they are the text, character for character. Places that
  /// do not fit the text, or overlap an earlier one, are left out.
  static List<Piece> of(String text, Evidence.Where where, List<Evidence> evidence) {
    List<Evidence> places =
        telling(evidence).stream()
            .filter(e -> e.where() == where && e.start() >= 0)
            .filter(e -> e.end() > e.start() && e.end() <= text.length())
            .sorted(Comparator.comparingInt(Evidence::start).thenComparingInt(e -> -e.end()))
            .toList();
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Evidence place : places) {
      if (place.start() >= at) {
        add(pieces, text.substring(at, place.start()), "");
        String kind = place.weight() < 0 ? "against" : "for";
        add(pieces, text.substring(place.start(), place.end()), kind);
        at = place.end();
      }
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
