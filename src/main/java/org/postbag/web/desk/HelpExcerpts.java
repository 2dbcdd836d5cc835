package org.postbag.web.desk;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.email.LetterReader;
import org.postbag.intake.LetterStore;
import org.postbag.people.help.HelpSign;
import org.postbag.reply.ReplyComposer;
import org.postbag.web.desk.Highlighting.Piece;
import org.springframework.stereotype.Component;

/// The words of a letter that say that somebody needs help, for a row. A letter never changes, so
/// that those of the letters shown last are kept.
@Component
class HelpExcerpts {
  private static final int KEPT = 200;
  private static final int BEFORE = 20;
  private static final int BEHIND = 160;

  private final LetterStore letters;
  private final LetterReader reader;
  private final ReplyComposer composer;
  private final Map<Long, List<Piece>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<Piece>> eldest) {
          return size() > KEPT;
        }
      };

  HelpExcerpts(LetterStore letters, LetterReader reader, ReplyComposer composer) {
    this.letters = letters;
    this.reader = reader;
    this.composer = composer;
  }

  /// Empty where no such words are found.
  ///
  /// @param kind the kind of help for which the letter is put first
  List<Piece> of(long letter, String kind) {
    synchronized (kept) {
      List<Piece> known = kept.get(letter);
      if (known != null) {
        return known;
      }
    }
    List<Piece> found = read(letter, kind);
    synchronized (kept) {
      kept.put(letter, found);
    }
    return found;
  }

  private List<Piece> read(long letter, String kind) {
    Optional<String> text = letters.find(letter).map(found -> found.read(reader).visibleText());
    return text.map(visible ->
            composer.helpIn(visible).stream()
                .min(Comparator.comparing(sign -> !sign.kind().name().equals(kind)))
                .map(sign -> excerpt(visible, sign))
                .orElse(List.of()))
        .orElse(List.of());
  }

  private static List<Piece> excerpt(String text, HelpSign sign) {
    int start = Math.clamp(sign.span().start(), 0, text.length());
    int end = Math.clamp(sign.span().end(), start, text.length());
    String before = text.substring(Math.max(0, start - BEFORE), start);
    String after = text.substring(end, Math.min(text.length(), end + BEHIND));
    return List.of(
        new Piece("…" + line(before), ""),
        new Piece(line(text.substring(start, end)), "help"),
        new Piece(line(after), ""));
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
