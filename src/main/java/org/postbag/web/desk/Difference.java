package org.postbag.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody changed in a text, word by word: the longest common subsequence stays, the rest
/// was taken out or put in.
public final class Difference {
  /// A stretch of text.
  ///
  /// @param kind `same`, `out` or `in`
  public record Piece(String text, String kind) {}

  private static final Pattern WORD = Pattern.compile("\\s+|[^\\s]+");

  /// Beyond that the middle is shown as one change: a table of the square of it is kept.
  private static final int MOST_WORDS = 3000;

  private final List<Piece> pieces = new ArrayList<>();

  private Difference() {}

  public static List<Piece> between(String before, String after) {
    Difference difference = new Difference();
    difference.compare(words(before), words(after));
    return difference.pieces;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  private void compare(List<String> before, List<String> after) {
    int start = 0;
    int shorter = Math.min(before.size(), after.size());
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    add(before.subList(0, start), "same");
    middle(before.subList(start, before.size() - end), after.subList(start, after.size() - end));
    add(before.subList(before.size() - end, before.size()), "same");
  }

  private void middle(List<String> before, List<String> after) {
    if (before.size() > MOST_WORDS || after.size() > MOST_WORDS) {
      add(before, "out");
      add(after, "in");
      return;
    }
    int[][] common = common(before, after);
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      boolean bothLeft = i < before.size() && j < after.size();
      if (bothLeft && before.get(i).equals(after.get(j))) {
        add(before.subList(i, i + 1), "same");
        i++;
        j++;
      } else if (j == after.size() || (bothLeft && common[i + 1][j] >= common[i][j + 1])) {
        add(before.subList(i, i + 1), "out");
        i++;
      } else {
        add(after.subList(j, j + 1), "in");
        j++;
      }
    }
  }

  /// For each pair of places, how many words the rests have in common.
  private static int[][] common(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private void add(List<String> words, String kind) {
    if (words.isEmpty()) {
      return;
    }
    String text = String.join("", words);
    if (!pieces.isEmpty() && pieces.getLast().kind().equals(kind)) {
      pieces.set(pieces.size() - 1, new Piece(pieces.getLast().text() + text, kind));
    } else {
      pieces.add(new Piece(text, kind));
    }
  }
}
