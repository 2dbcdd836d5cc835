package org.postbag.email.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What programs and companies put below a letter: `Sent from my iPhone`, confidentiality notices,
/// virus scanners' advertisements.
final class Footer {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int LONGEST_LINE = 160;
  private static final int MOST_WORDS = 10;
  private static final int LONGEST_NOTICE = 4_000;

  private static final Phrases FOOTERS = Phrases.in("footers.txt");
  private static final Pattern DEVICE =
      Pattern.compile("[<(\\[*_\\s]{0,4}(?:" + FOOTERS.any("device") + ").{0,120}", FLAGS);
  private static final Pattern APOLOGY = Pattern.compile(FOOTERS.any("apology"), FLAGS);
  private static final Pattern NOTICE =
      Pattern.compile("[\\s*_\\[<]{0,4}(?:" + FOOTERS.any("notice") + ").{0,160}", FLAGS);
  private static final Pattern DISCLAIMER = Pattern.compile(FOOTERS.any("disclaimer"), FLAGS);
  private static final Pattern WRITER = Pattern.compile("(?<![\\p{L}'’])(?:I|I['’]m|[Mm]y)\\s");

  private Footer() {}

  /// A line that a program adds; a sentence that merely begins so is none.
  static boolean isLine(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.length() > LONGEST_LINE) {
      return false;
    }
    boolean device = DEVICE.matcher(text).matches();
    boolean brief = text.split("\\s+", MOST_WORDS + 2).length <= MOST_WORDS;
    boolean footer = brief || APOLOGY.matcher(text).find() || text.contains("http");
    return (device && footer) || NOTICE.matcher(text).matches();
  }

  /// The character at which `paragraph` begins to tell strangers not to read the letter, or what a
  /// gateway did with it; -1 when it does not, or when a person speaks in it.
  static int disclaimerIn(String paragraph) {
    int length = Math.min(paragraph.length(), LONGEST_NOTICE);
    if (length <= 40) {
      return -1;
    }
    String text = paragraph.substring(0, length).replace('\n', ' ').replace('*', ' ');
    Matcher notice = DISCLAIMER.matcher(text);
    if (!notice.find()) {
      return -1;
    }
    int sentence = 0;
    for (int at = text.indexOf(". "); at >= 0 && at < notice.start(); ) {
      sentence = at + 2;
      at = text.indexOf(". ", sentence);
    }
    return WRITER.matcher(text).region(sentence, length).find() ? -1 : sentence;
  }
}
