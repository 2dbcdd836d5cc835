package org.postbag.email.text;

import java.util.regex.Pattern;

/// Lines that announce what follows: a ruler, a signature, a message quoted or forwarded whole.
final class Marker {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int LONGEST = 160;

  private static final Phrases HEADS = Phrases.in("quote-heads.txt");
  private static final String ORIGINAL = HEADS.any("original");
  private static final Pattern TITLED =
      Pattern.compile(
          "[\\s*_]{0,8}[-—=_]{2,60}[\\s*]{0,4}[^-—=_\\s].{0,60}?(?:"
              + ORIGINAL
              + ").{0,40}?[\\s*]{0,4}[-—=_]{2,60}[\\s*]{0,8}|[\\s*_]{0,8}[-—=_]{2,60}[\\s*]{0,4}(?:"
              + ORIGINAL
              + ").{0,40}?[\\s*]{0,4}[-—=_]{2,60}[\\s*]{0,8}",
          FLAGS);
  private static final Pattern BEGIN =
      Pattern.compile("(?:" + HEADS.any("begin") + ")\\s*[:：]", FLAGS);
  private static final Pattern RULER =
      Pattern.compile("\\s{0,20}(?:[-_=*#~+—–─━‐]\\s?){3,400}\\s*");
  private static final Pattern SIGNATURE = Pattern.compile("\\s{0,3}(?:--|—|– –|__)\\s*");

  private Marker() {}

  /// `-----Original Message-----`, `Begin forwarded message:`, in any of the languages.
  static boolean opensMessage(String line) {
    return line.length() <= LONGEST
        && (TITLED.matcher(line).matches() || BEGIN.matcher(line.strip()).matches());
  }

  /// A line of nothing but dashes, underscores and the like.
  static boolean isRuler(String line) {
    return line.length() <= LONGEST && RULER.matcher(line).matches();
  }

  /// RFC 3676 §4.3 `-- `, and its common variants.
  static boolean opensSignature(String line) {
    return line.length() < 10 && SIGNATURE.matcher(line).matches();
  }

  /// RFC 3676 §4.3 itself; the blank at its end is often lost.
  static boolean isSignatureMark(String line) {
    return line.length() < 10 && line.strip().equals("--");
  }
}
