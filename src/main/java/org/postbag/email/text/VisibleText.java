package org.postbag.email.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the writer wrote: the text without quoted history, signature, disclaimer and footers.
///
/// When in doubt it stays: a sentence too much is read over, a sentence lost is lost. A text that
/// is a forwarded message and nothing else keeps that message.
public final class VisibleText {
  private static final Pattern QUOTE =
      Pattern.compile("\\s{0,3}(?:[A-Z]{1,3})?>(?:.*)", Pattern.DOTALL);
  private static final int SIGNATURE_LINES = 12;
  private static final int SIGNATURE_WINDOW = 60;
  private static final int PROSE_WORDS = 9;
  private static final int MOST_ATTEMPTS = 500;

  private final List<String> lines;
  private final List<String> kept = new ArrayList<>();
  private boolean attributed;
  private boolean hasText;
  private int attempts;
  private int quoteStart;
  private int quoteEnd;
  private @Nullable BitSet textBelow;

  private VisibleText(List<String> lines) {
    this.lines = lines;
  }

  public static String of(String text) {
    VisibleText visible = new VisibleText(text.replace("\r", "").lines().toList());
    visible.read();
    return Paragraphs.trimmed(visible.kept);
  }

  private void read() {
    boolean code = false;
    for (int at = 0; at < lines.size(); ) {
      String line = lines.get(at);
      code ^= line.startsWith("```");
      int next = code ? at : skipHistory(at);
      if (next < 0) {
        return;
      }
      if (next == at) {
        kept.add(line);
        hasText |= !line.isBlank() && !Marker.isRuler(line);
        next = at + 1;
      }
      at = next;
    }
  }

  /// The line to go on with: `at` where this line is the writer's, a later one where history is
  /// passed over, -1 where nothing of the writer's follows.
  private int skipHistory(int at) {
    String line = lines.get(at);
    if (line.isBlank()) {
      return at;
    }
    if (isQuote(line)) {
      return skipQuote(at);
    }
    if (Footer.isLine(line)) {
      return at + 1;
    }
    if (Marker.opensSignature(line) && mayTry() && isSignature(at + 1)) {
      return -1;
    }
    if (Marker.opensMessage(line)) {
      return afterMessageHead(at + 1);
    }
    int header = HeaderBlock.end(lines, at);
    if (header > at) {
      return hasText ? -1 : header;
    }
    if (Marker.isRuler(line)) {
      return hasText && mayTry() && endsLetter(at + 1) ? -1 : at;
    }
    return attributionAt(at).map(a -> skipAttribution(at, a)).orElse(at);
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
  private int skipQuote(int at) {
    int end = endOfQuote(at);
    return attributed || !hasTextFrom(end) ? end : at;
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

  private int skipAttribution(int at, Attribution attribution) {
    int below = at + attribution.lines();
    int next = below;
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
    boolean quoted = next < lines.size() && isQuote(lines.get(next));
    if (!quoted && !attribution.sure()) {
      return at;
    }
    attributed = true;
    // Below the writer's own text an unquoted message is history down to its end.
    return quoted || !hasText ? below : -1;
  }

  private int afterMessageHead(int at) {
    if (hasText) {
      return -1;
    }
    int next = at;
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
    return next < lines.size() ? Math.max(next, HeaderBlock.end(lines, next)) : at;
  }

  /// A ruler ends the letter when history, a signature or a footer is all that follows.
  private boolean endsLetter(int from) {
    int next = from;
    while (next < lines.size() && (lines.get(next).isBlank() || Marker.isRuler(lines.get(next)))) {
      next++;
    }
    boolean history =
        next < lines.size()
            && (HeaderBlock.end(lines, next) > next || attributionAt(next).isPresent());
    return history || (isSignature(from) && !hasProse(from));
  }

  /// Few enough lines to be a signature, up to the end or to quoted history.
  private boolean isSignature(int from) {
    int written = 0;
    int end = Math.min(lines.size(), from + SIGNATURE_WINDOW);
    for (int i = from; i < end && !isQuote(lines.get(i)); i++) {
      if (Marker.opensMessage(lines.get(i)) || HeaderBlock.end(lines, i) > i) {
        break;
      }
      written += lines.get(i).isBlank() || Footer.isDisclaimer(lines.get(i)) ? 0 : 1;
      if (written > SIGNATURE_LINES) {
        return false;
      }
    }
    return hasText;
  }

  /// A ruler may as well stand between the parts of a letter; signatures are no sentences.
  private boolean hasProse(int from) {
    return lines.stream()
        .skip(from)
        .limit(SIGNATURE_WINDOW)
        .filter(line -> !Footer.isDisclaimer(line) && !isQuote(line))
        .anyMatch(line -> line.strip().split("\\s+", PROSE_WORDS + 1).length >= PROSE_WORDS);
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

  private static boolean isQuote(String line) {
    return QUOTE.matcher(line).matches();
  }
}
