package org.postbag.email.text;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Texts that stand where a letter should and say nothing of the writer.
public final class Stubs {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int LONGEST_STUB = 600;
  private static final int LONGEST_POINTER = 400;
  private static final Phrases PHRASES = Phrases.in("stubs.txt");

  /// Blanks of all kinds, and characters of no width.
  private static final Pattern NOTHING =
      Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cc}\u2800\u115f\u1160\u3164]*");

  private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?])\\s+|\\n\\s*\\n");
  private static final Pattern LINES = Pattern.compile("(?<=[.!?])\\s+|\\n");
  private static final Pattern LINK = Pattern.compile("<?https?://\\S+>?");
  private static final Pattern HTML_STUB = Pattern.compile(PHRASES.any("html-stub"), FLAGS);
  private static final Pattern POINTER =
      Pattern.compile(
          "(?:" + PHRASES.any("see-attached") + "|" + PHRASES.any("placeholder") + ")[\\W]*",
          FLAGS);
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}|[\\p{IsHan}\\p{IsHiragana}]");

  private Stubs() {}

  public static boolean isBlank(String text) {
    return NOTHING.matcher(text).matches();
  }

  /// Whether a plain text says only that the letter is in the HTML beside it.
  public static boolean isInPlaceOfHtml(String text) {
    List<String> sentences =
        Arrays.stream(SENTENCES.split(text.strip()))
            .map(sentence -> sentence.replaceAll("\\s+", " "))
            .filter(sentence -> WORD.matcher(LINK.matcher(sentence).replaceAll("")).find())
            .toList();
    return text.length() <= LONGEST_STUB
        && sentences.stream().allMatch(sentence -> HTML_STUB.matcher(sentence).find());
  }

  /// Whether there is a sentence, besides greeting, closing and name, that says more than that
  /// something is attached.
  ///
  /// @param writer the display name of the writer
  public static boolean saysSomething(String visible, String writer) {
    if (visible.length() > LONGEST_POINTER) {
      return true;
    }
    SignatureLines signature = new SignatureLines(writer, java.util.Set.of());
    return Arrays.stream(LINES.split(visible.replace('\u00a0', ' ').strip()))
        .map(String::strip)
        .filter(line -> WORD.matcher(line).find())
        .filter(line -> !SignatureLines.isGreeting(line) && !SignatureLines.isClosing(line))
        .filter(line -> !signature.isName(line) || line.split("\\s+").length > 4)
        .anyMatch(line -> !POINTER.matcher(line).matches());
  }
}
