package org.postbag.intake.wording;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.postbag.email.Letter;
import org.postbag.email.text.Fold;

/// A letter's words as the phrases are written: in lower case, plain quotation marks, one blank
/// between words, `¶` between paragraphs.
///
/// @param subject the subject, without the tags that gateways put before it
/// @param body the text as it came, without quotations, its greeting included
/// @param greeting the first line, where it greets somebody; empty otherwise
/// @param text the body below the greeting
record PlainWords(String subject, String body, String greeting, String text) {
  private static final int LONGEST = 4_000;
  private static final int LONGEST_GREETING = 70;
  private static final Pattern TAG =
      Pattern.compile(
          "^(?:\\[(?:external|ext|spam|suspected spam)[^\\]]{0,20}]|\\*{2,}spam\\*{2,})\\s*");
  private static final Pattern QUOTES = Pattern.compile("[’‘ʼ`´]");
  private static final Pattern MARKS = Pattern.compile("[*_|]|\\p{Cf}");
  private static final Pattern DOUBLE = Pattern.compile("[“”„«»]");

  /// People quote what machines wrote to them; machines quote a subject at most.
  private static final Pattern QUOTED = Pattern.compile("\"[^\"¶]{20,400}\"");

  private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n\\s*");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final PhraseList GREETING = PhraseList.of("machines.txt", "greeting word");

  static PlainWords of(Letter letter) {
    String subject = TAG.matcher(plain(letter.subject())).replaceFirst("");
    String own = withoutQuotations(letter).strip();
    String first = own.lines().findFirst().orElse("");
    String greeting = isGreeting(plain(first)) ? first : "";
    return new PlainWords(
        subject,
        plain(own),
        plain(greeting),
        QUOTED.matcher(plain(own.substring(greeting.length()))).replaceAll("\"…\""));
  }

  /// The text down to the first quotation or forwarded letter below it, and without lines that are
  /// marked as quoted.
  private static String withoutQuotations(Letter letter) {
    String text = letter.bodyText();
    int end =
        letter.folded().stream()
            .filter(f -> f.why() == Fold.Why.QUOTED || f.why() == Fold.Why.FORWARDED)
            .mapToInt(Fold::start)
            .filter(start -> !text.substring(0, start).isBlank())
            .findFirst()
            .orElse(text.length());
    String own = text.substring(0, Math.min(end, LONGEST));
    List<String> lines = own.lines().filter(line -> !line.startsWith(">")).toList();
    return String.join("\n", lines);
  }

  private static boolean isGreeting(String line) {
    return !line.isEmpty()
        && line.length() <= LONGEST_GREETING
        && line.indexOf('.') < 0
        && GREETING.opens(line);
  }

  static String plain(String text) {
    String lower = QUOTES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("'");
    String clean = MARKS.matcher(DOUBLE.matcher(lower).replaceAll("\"")).replaceAll("");
    return BLANKS.matcher(PARAGRAPH.matcher(clean).replaceAll(" ¶ ")).replaceAll(" ").strip();
  }

  /// The first `length` characters of the text.
  String head(int length) {
    return text.substring(0, Math.min(length, text.length()));
  }
}
