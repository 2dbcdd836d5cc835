package org.postbag.web.desk;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postbag.search.IndexedLetter;
import org.postbag.search.LetterIndex;
import org.postbag.web.desk.Highlighting.Piece;

/// The passage of a letter, or of the reply to it, in which the words that were searched for stand.
///
/// @param index has the beginning of each text
record Snippets(LetterIndex index) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
  private static final int BEFORE = 24;
  private static final int BEHIND = 200;

  /// Empty where none of the words stands in what the index keeps of the texts.
  List<Piece> of(long letter, String words) {
    List<String> wanted = words(words);
    Optional<IndexedLetter> found = wanted.isEmpty() ? Optional.empty() : index.find(letter);
    return found
        .map(one -> marked(one.passage().text(), wanted, ""))
        .filter(pieces -> !pieces.isEmpty())
        .or(() ->
            found
                .flatMap(IndexedLetter::reply)
                .map(reply -> marked(reply, wanted, "In the reply: ")))
        .orElse(List.of());
  }

  private static List<String> words(String text) {
    return WORD.matcher(folded(text)).results().map(word -> word.group()).toList();
  }

  /// Without accents and capitals, as the index has words.
  private static String folded(String text) {
    String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return ACCENTS.matcher(apart).replaceAll("");
  }

  private static List<Piece> marked(String text, List<String> wanted, String where) {
    List<int[]> hits = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find() && (hits.isEmpty() || word.start() < hits.getFirst()[0] + BEHIND)) {
      String folded = folded(word.group());
      if (wanted.stream().anyMatch(folded::startsWith)) {
        hits.add(new int[] {word.start(), word.end()});
      }
    }
    return hits.isEmpty() ? List.of() : pieces(text, hits, where);
  }

  private static List<Piece> pieces(String text, List<int[]> hits, String where) {
    List<Piece> pieces = new ArrayList<>();
    int at = Math.max(0, hits.getFirst()[0] - BEFORE);
    pieces.add(new Piece(where + (at > 0 ? "…" : ""), ""));
    for (int[] hit : hits) {
      pieces.add(new Piece(text.substring(at, hit[0]), ""));
      pieces.add(new Piece(text.substring(hit[0], hit[1]), "for"));
      at = hit[1];
    }
    pieces.add(new Piece(text.substring(at, Math.min(text.length(), at + BEHIND)), ""));
    return pieces;
  }
}
