package org.postbag.email.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Goes through a letter line by line and says which lines are known not to be the writer's own:
/// quotations, the messages below a head, signatures, footers. What is not known stays.
final class History {
  private static final Pattern QUOTE =
      Pattern.compile("\\s{0,3}(?:[A-Z]{1,3})?>(?:.*)", Pattern.DOTALL);
  private static final Pattern QUOTE_MARKS = Pattern.compile("^[\\s>]{1,60}");
  private static final int SIGNATURE_LINES = 12;
  private static final int MOST_ATTEMPTS = 500;

  private final List<Line> given;
  private final List<String> lines;
  private final Conversation conversation;
  private final Fold.@Nullable Why[] why;
  private boolean attributed;
  private boolean hasText;
  private boolean inSignature;
  private int attempts;
  private int quoteStart;
  private int quoteEnd;
  private int @Nullable [] nextText;
  private @Nullable BitSet textBelow;
  private @Nullable SignatureLines signatures;

  private History(List<Line> given, Conversation conversation) {
    this.given = given;
    this.conversation = conversation;
    this.lines = given.stream().map(line -> line.known() == null ? line.text() : "").toList();
    this.why = given.stream().map(Line::known).toArray(Fold.Why[]::new);
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
    if (isQuote(line)) {
      return quote(at);
    }
    if (Footer.isLine(line)) {
      return fold(at, at + 1, Fold.Why.FOOTER);
    }
    int signature = signature(at);
    if (signature > at) {
      return signature;
    }
    int head = headAt(at);
    if (head > at) {
      return head;
    }
    return attributionAt(at).map(a -> attribution(at, a)).orElse(at);
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
    int from = Marker.isRuler(lines.get(at)) ? nextText(at + 1) : at;
    if (from >= lines.size()) {
      return at;
    }
    boolean title = Marker.opensMessage(lines.get(from));
    int block = title ? nextText(from + 1) : from;
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

  /// The next line that is neither empty nor a ruler; told for all lines at once.
  private int nextText(int from) {
    if (nextText == null) {
      nextText = new int[lines.size() + 1];
      nextText[lines.size()] = lines.size();
      for (int i = lines.size() - 1; i >= 0; i--) {
        boolean text = !lines.get(i).isBlank() && !Marker.isRuler(lines.get(i));
        nextText[i] = text ? i : nextText[i + 1];
      }
    }
    return nextText[Math.min(from, lines.size())];
  }

  private Optional<Attribution> attributionAt(int at) {
    return Attribution.maybeAt(lines, at) && mayTry()
        ? Attribution.at(lines, at)
        : Optional.empty();
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
    int end = endOfQuote(at);
    return attributed || !hasTextFrom(end) ? fold(at, end, Fold.Why.QUOTED) : at;
  }

  /// Looked for once in each run of quoted lines, however many of them are tried.
  private int endOfQuote(int at) {
    if (at < quoteStart || at >= quoteEnd) {
      quoteStart = at;
      quoteEnd = at;
      for (int i = at; i < lines.size() && (isQuote(lines.get(i)) || lines.get(i).isBlank()); i++) {
        quoteEnd = isQuote(lines.get(i)) ? i + 1 : quoteEnd;
      }
    }
    return quoteEnd;
  }

  private int attribution(int at, Attribution attribution) {
    int below = at + attribution.lines();
    int next = below;
    while (next < lines.size() && lines.get(next).isBlank() && !isOurs(next)) {
      next++;
    }
    boolean quoted = next < lines.size() && (isOurs(next) || isQuote(lines.get(next)));
    String head = String.join(" ", lines.subList(at, below));
    boolean history = attribution.sure() && conversation.isHistory(head);
    if (!quoted && !history) {
      return at;
    }
    attributed = true;
    fold(at, below, Fold.Why.QUOTED);
    // Below the writer's own text an unquoted message is history down to its end.
    return quoted || !hasText ? below : foldRest(below);
  }

  private boolean isOurs(int at) {
    return given.get(at).known() == Fold.Why.OURS;
  }

  /// A signature below its mark or below a ruler, and the paragraphs that go on with it.
  private int signature(int at) {
    String line = lines.get(at);
    boolean mark = Marker.opensSignature(line);
    boolean opens = mark || Marker.isRuler(line);
    if (!hasText || !(opens || startsParagraph(at)) || !(opens || inSignature) || !mayTry()) {
      return at;
    }
    int first = opens ? nextText(at + 1) : at;
    int end = endOfParagraph(first);
    List<String> paragraph = lines.subList(first, end);
    boolean sure = Marker.isSignatureMark(line) || (inSignature && !opens);
    boolean fits = sure ? signatures().isPossible(paragraph) : signatures().isUnmistakable(paragraph);
    if (paragraph.isEmpty() || paragraph.size() > SIGNATURE_LINES || !fits) {
      inSignature = inSignature && !opens;
      return at;
    }
    inSignature = true;
    return fold(at, end, Fold.Why.SIGNATURE);
  }

  /// The mail program marked a signature, in which people write letters too.
  private int markedSignature(int at) {
    int end = at;
    while (end < lines.size() && given.get(end).known() == Fold.Why.SIGNATURE) {
      end++;
    }
    for (int from = at; from < end; ) {
      int to = from + 1;
      while (to < end && !given.get(to).text().isBlank()) {
        to++;
      }
      List<String> paragraph = given.subList(from, to).stream().map(Line::text).toList();
      boolean folded = signatures().isPossible(paragraph) || Footer.disclaimerIn(String.join("\n", paragraph)) >= 0;
      for (int i = from; i < to && !folded; i++) {
        why[i] = null;
        hasText |= says(given.get(i).text());
      }
      from = to;
    }
    return end;
  }

  private boolean startsParagraph(int at) {
    return at == 0 || lines.get(at - 1).isBlank() || why[at - 1] != null;
  }

  private int endOfParagraph(int from) {
    int end = from;
    while (end < lines.size()
        && end < from + SIGNATURE_LINES + 1
        && !lines.get(end).isBlank()
        && !isQuote(lines.get(end))
        && !Marker.opensMessage(lines.get(end))
        && !Marker.isRuler(lines.get(end))
        && HeaderBlock.end(lines, end) == end) {
      end++;
    }
    return end;
  }

  private SignatureLines signatures() {
    if (signatures == null) {
      Set<String> quoted = new HashSet<>();
      for (String line : lines) {
        if (isQuote(line) && line.length() < 120) {
          quoted.add(QUOTE_MARKS.matcher(line).replaceFirst("").strip());
        }
      }
      signatures = new SignatureLines(conversation.writer(), quoted);
    }
    return signatures;
  }

  /// Whether the writer's own text follows, before any signature; all lines are judged at once, as
  /// the question comes with every quotation.
  private boolean hasTextFrom(int from) {
    if (textBelow == null) {
      textBelow = new BitSet(lines.size());
      for (int i = lines.size() - 1; i >= 0; i--) {
        String line = lines.get(i);
        boolean own = !line.isBlank() && !isQuote(line) && !Footer.isLine(line);
        textBelow.set(i, !Marker.opensSignature(line) && (own || textBelow.get(i + 1)));
      }
    }
    return textBelow.get(from);
  }

  static boolean isQuote(String line) {
    return QUOTE.matcher(line).matches();
  }
}
