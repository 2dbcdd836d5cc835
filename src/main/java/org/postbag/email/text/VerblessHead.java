package org.postbag.email.text;

import java.util.regex.Pattern;

/// The line above a quotation that says who wrote it and when, without a verb: `>>> Ann Lee
/// <ann@example.org> 03/05/2026 10:12 >>>` (GroupWise), `---- Ann Lee wrote ----` (Android, Zoho),
/// `03.05.2026, 10:12, "Ann Lee" <ann@example.org>:` (Yandex), `Quoting Ann Lee:` (Horde).
final class VerblessHead {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int LONGEST = 400;
  private static final Phrases HEADS = Phrases.in("quote-heads.txt");

  private static final String ADDRESS = "<[^\\s<>@]{1,80}@[^\\s<>@]{2,80}>";
  private static final String NAME = "\"?(?:(?-i:\\p{Lu})[^\\s:]{0,30}\\s?){2,5}\"?";
  private static final String DAY =
      "(?:\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d\\d?-\\d\\d?|\\d{1,2}\\.? \\p{L}{3,12}\\.?,? \\d{4}"
          + "|\\p{L}{3,12}\\.? \\d{1,2},? \\d{4})";
  private static final String TIME =
      "\\d{1,2}[:.]\\d\\d(?::\\d\\d)?(?:\\s?[ap]\\.?m\\.?)?(?:\\s?\\(?(?:GMT|UTC)?[+-]\\d\\d:?\\d\\d\\)?)?";
  private static final String MOMENT = DAY + ",?\\s{1,3}(?:\\p{L}{1,4}\\.? )?" + TIME;

  private static final Pattern FORM =
      Pattern.compile(
          ">{3}\\s.{2,160}\\d.{0,20}>{3}"
              + "|[-—_=]{2,60}\\s.{2,120}\\s(?:"
              + HEADS.any("wrote")
              + ")\\s?[-—_=]{2,60}"
              + "|(?:"
              + HEADS.any("quoting")
              + ")\\s.{2,120}:"
              + "|(?:[^\\s\\d]{1,15}\\s{1,2}){0,2}"
              + MOMENT
              + ",?\\s[^.!?<]{0,80}"
              + ADDRESS
              + "\\s?[:：]?"
              + "|"
              + MOMENT
              + ",?\\s{1,3}"
              + NAME
              + "\\s?[:：]"
              + "|"
              + NAME
              + ",?\\s{0,3}"
              + MOMENT
              + "\\s?[:：]"
              + "|(?:"
              + HEADS.any("opens")
              + ")\\s(?:[^\\s\\d]{1,15}\\s{1,2})?"
              + MOMENT
              + ",?\\s{1,3}"
              + NAME
              + "[:：]?"
              + "|[^.!?:]{2,80}\\s?"
              + ADDRESS
              + ",?\\s{1,3}[^.!?]{0,20}"
              + MOMENT
              + "\\s?[:：]?",
          FLAGS);

  private VerblessHead() {}

  static boolean matches(String text) {
    return text.length() <= LONGEST && (FORM.matcher(text).matches() || OneLineHead.isBlock(text));
  }

  /// GroupWise's, which begins as quoted lines do.
  static boolean isBetweenMarks(String line) {
    return line.startsWith(">>> ") && line.strip().endsWith(">>>") && matches(line.strip());
  }
}
