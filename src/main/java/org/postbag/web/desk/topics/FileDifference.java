package org.postbag.web.desk.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postbag.web.desk.Difference;
import org.postbag.web.desk.Difference.Piece;

/// What differs between two texts of a file, with the lines around it; long stretches that are the
/// same are left out.
final class FileDifference {
  private static final int LINES_AROUND = 2;
  private static final String LEFT_OUT = "\n⋯\n";

  private FileDifference() {}

  /// Empty when nothing differs.
  static List<Piece> between(String before, String after) {
    List<Piece> all = Difference.between(before, after);
    if (all.stream().allMatch(piece -> piece.kind().equals("same"))) {
      return List.of();
    }
    List<Piece> shown = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Piece piece = all.get(i);
      shown.add(
          piece.kind().equals("same")
              ? new Piece(shortened(piece.text(), i == 0, i == all.size() - 1), "same")
              : piece);
    }
    return shown;
  }

  private static String shortened(String text, boolean first, boolean last) {
    List<String> lines = List.of(text.split("\n", -1));
    if (lines.size() <= 2 * LINES_AROUND + 2) {
      return text;
    }
    String head = joined(lines.subList(0, LINES_AROUND + 1));
    String tail = joined(lines.subList(lines.size() - LINES_AROUND - 1, lines.size()));
    return (first ? "⋯\n" : head + LEFT_OUT) + (last ? "" : tail);
  }

  private static String joined(List<String> lines) {
    return lines.stream().collect(Collectors.joining("\n"));
  }
}
