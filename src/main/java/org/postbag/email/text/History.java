package org.postbag.email.text;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Goes through a letter line by line and says which lines are known not to be the writer's own:
/// quotations, the messages below a head, signatures, footers. What is not known stays.
final class History {
  private static final int MOST_ATTEMPTS = 500;

  private final List<Line> given;
  private final List<String> lines;
  private final Conversation conversation;
  private final Fold.@Nullable Why[] why;
  private final LineRuns runs;
  private final Signatures signatures;
  private boolean attributed;
  private boolean hasText;
  private int attempts;

  private History(List<Line> given, Conversation conversation) {
    this.given = given;
    this.conversation = conversation;
    this.lines = given.stream().map(line -> line.known() == null ? line.text() : "").toList();
    this.why = given.stream().map(Line::known).toArray(Fold.Why[]::new);
    this.runs = new LineRuns(lines);
    this.signatures = new Signatures(given, lines, runs, conversation.writer());
  }

  /// What each line is known to be, null for what is the writer's.
  static Fold.@Nullable Why[] of(List<Line> lines, Conversation conversation) {
    History history = new History(lines, conversation);
    history.read();
    Ending.fold(history.lines, history.why);
    return history.why;
  }

  private void read() {
    boolean code = false;
    for (int at = 0; at < lines.size(); ) {
      String line = lines.get(at);
      code ^= line.startsWith("```");
      int next = code ? at : foldAt(at);
      if (next == at) {
        hasText |= says(line);
        next = at + 1;
      }
      at = next;
    }
  }

  /// A greeting alone says nothing yet: what follows it is not below the writer's text.
  private static boolean says(String line) {
    return !line.isBlank() && !Marker.isRuler(line) && !SignatureLines.isGreeting(line);
  }

  /// Folds what begins in line `at`, and gives the line behind it; `at` where it is the writer's.
  private int foldAt(int at) {
    String line = lines.get(at);
    if (given.get(at).known() == Fold.Why.SIGNATURE) {
      return markedSignature(at);
    }
    if (line.isBlank()) {
      return at;
    }
    if (VerblessHead.isBetweenMarks(line)) {
      return attribution(at, new Attribution(1, true));
    }
    if (LineRuns.isQuote(line)) {
      return quote(at);
    }
    if (Footer.isLine(line)) {
      return fold(at, at + 1, Fold.Why.FOOTER);
    }
    int head = headAt(at);
    if (head > at) {
      return head;
    }
    int below = attributionAt(at).map(a -> attribution(at, a)).orElse(at);
    return below > at ? below : signature(at);
  }

  private int fold(int from, int to, Fold.Why what) {
    for (int i = from; i < to; i++) {
      why[i] = why[i] == null && !lines.get(i).isBlank() ? what : why[i];
    }
    return to;
  }

  private int foldRest(int from) {
    return fold(from, lines.size(), conversation.forward() ? Fold.Why.FORWARDED : Fold.Why.QUOTED);
  }

  /// A titled message or a block of header lines, perhaps below a ruler. In a reply all of it is
  /// history down to its end; in a letter of its own somebody pasted it in, and it stays.
  private int headAt(int at) {
    int from = Marker.isRuler(lines.get(at)) ? runs.nextText(at + 1) : at;
    if (from >= lines.size()) {
      return at;
    }
    boolean title = Marker.opensMessage(lines.get(from));
    int block = title ? runs.nextText(from + 1) : from;
    int end = block < lines.size() ? blockEnd(block) : block;
    if (!title && end == block) {
      return at;
    }
    int below = Math.max(end, from + (title ? 1 : 0));
    String head = String.join("\n", lines.subList(from, Math.min(below, from + 24)));
    boolean history = conversation.forward() || conversation.isHistory(head);
    if (hasText) {
      return history ? foldRest(at) : at;
    }
    return title || history ? fold(at, below, Fold.Why.FORWARDED) : at;
  }

  private int blockEnd(int at) {
    int end = HeaderBlock.end(lines, at);
    return end > at || !mayTry() ? end : NotesHead.end(lines, at);
  }

  private Optional<Attribution> attributionAt(int at) {
    Optional<Attribution> found =
        Attribution.maybeAt(lines, at) && mayTry() ? Attribution.at(lines, at) : Optional.empty();
    return found.or(() -> Attribution.withoutVerb(lines.get(at)));
  }

  /// What takes a look at many lines is not tried for ever, in a letter that is made of nothing but
  /// rulers or beginnings of attributions.
  private boolean mayTry() {
    attempts++;
    return attempts <= MOST_ATTEMPTS;
  }

  /// A quotation that ends the letter, or whose source was named, is history; one that a person put
  /// into the letter stays.
  private int quote(int at) {
    int end = runs.endOfQuote(at);
    return attributed || !runs.hasTextFrom(end) ? fold(at, end, Fold.Why.QUOTED) : at;
  }

  private int attribution(int at, Attribution attribution) {
    int below = at + attribution.lines();
    int next = below;
    while (next < lines.size() && lines.get(next).isBlank() && !isOurs(next)) {
      next++;
    }
    boolean ours = next < lines.size() && isOurs(next);
    boolean quoted = next < lines.size() && LineRuns.isQuote(lines.get(next));
    String head = String.join(" ", lines.subList(at, below));
    boolean history = attribution.sure() && conversation.isHistory(head);
    if (!quoted && !ours && !history) {
      return at;
    }
    attributed = true;
    fold(at, below, Fold.Why.QUOTED);
    // Below the writer's own text an unquoted message is history down to its end.
    return quoted || !history || !hasText ? below : foldRest(below);
  }

  private boolean isOurs(int at) {
    return given.get(at).known() == Fold.Why.OURS;
  }

  private int signature(int at) {
    boolean may = hasText && signatures.mayBeginAt(at, startsParagraph(at)) && mayTry();
    return may ? fold(at, signatures.endAt(at), Fold.Why.SIGNATURE) : at;
  }

  private boolean startsParagraph(int at) {
    return at == 0 || lines.get(at - 1).isBlank() || why[at - 1] != null;
  }

  /// The mail program marked a signature: the paragraphs that are none come back.
  private int markedSignature(int at) {
    int to = at + 1;
    while (to < given.size()
        && given.get(to).known() == Fold.Why.SIGNATURE
        && !given.get(to).text().isBlank()) {
      to++;
    }
    boolean folded = signatures.isMarked(at, to);
    for (int i = at; i < to && !folded; i++) {
      why[i] = null;
      hasText |= says(given.get(i).text());
    }
    return to;
  }
}
