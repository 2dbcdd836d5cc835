package org.postbag.email.text;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the lines of a letter are followed by. Each question is answered for all lines at once, as
/// it comes with every line, in letters that are made of nothing but quotations or rulers too.
final class LineRuns {
  private static final Pattern QUOTE =
      Pattern.compile("\\s{0,3}(?:[A-Z]{1,3})?>(?:.*)", Pattern.DOTALL);
  private static final Pattern QUOTE_MARKS = Pattern.compile("^[\\s>]{1,60}");
  private static final int LONGEST_REPEATED = 120;

  private final List<String> lines;
  private int quoteStart;
  private int quoteEnd;
  private int @Nullable [] nextText;
  private @Nullable BitSet textBelow;

  LineRuns(List<String> lines) {
    this.lines = lines;
  }

  static boolean isQuote(String line) {
    return QUOTE.matcher(line).matches();
  }

  /// The line behind the quotation that `at` belongs to, empty lines within it counted in.
  int endOfQuote(int at) {
    if (at < quoteStart || at >= quoteEnd) {
      quoteStart = at;
      quoteEnd = at;
      for (int i = at; i < lines.size() && (isQuote(lines.get(i)) || lines.get(i).isBlank()); i++) {
        quoteEnd = isQuote(lines.get(i)) ? i + 1 : quoteEnd;
      }
    }
    return quoteEnd;
  }

  /// The next line, from `from` on, that is neither empty nor a ruler.
  int nextText(int from) {
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

  /// Whether the writer's own text follows, before any signature.
  boolean hasTextFrom(int from) {
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

  /// All short quoted lines without their marks: what stands there and below the letter too is a
  /// signature that repeats itself.
  Set<String> quoted() {
    Set<String> quoted = new HashSet<>();
    for (String line : lines) {
      if (isQuote(line) && line.length() < LONGEST_REPEATED) {
        quoted.add(QUOTE_MARKS.matcher(line).replaceFirst("").strip());
      }
    }
    return quoted;
  }
}
