package org.postbag.intake.wording;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postbag.email.Letter;

/// Recognises press releases and invitations by how they are built: lines that only a press office
/// writes; who is invited, when, where, and by when to answer.
public final class Announcement {
  /// What is announced.
  public enum Kind {
    PRESS_RELEASE,
    INVITATION
  }

  private static final String FILE = "announcements.txt";
  private static final int MOST_LINES = 400;
  private static final int LONGEST_LINE = 1_000;
  private static final int LONGEST_LABEL = 30;

  private static final PhraseList PRESS_LINE = PhraseList.of(FILE, "press line");
  private static final PhraseList PRESS_END = PhraseList.of(FILE, "press end");
  private static final PhraseList PRESS_TEXT = PhraseList.of(FILE, "press text");
  private static final PhraseList INVITE = PhraseList.of(FILE, "invite");
  private static final PhraseList INVITE_SUBJECT = PhraseList.of(FILE, "invite subject");
  private static final PhraseList INVITE_ANSWER = PhraseList.of(FILE, "invite answer");
  private static final PhraseList INVITE_PLACE = PhraseList.of(FILE, "invite place");
  private static final PhraseList INVITE_TIME = PhraseList.of(FILE, "invite time");

  private static final Pattern DAY =
      Pattern.compile(
          "(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
              + "|(?:january|february|march|april|may|june|july|august|september|october|november|december) \\d{1,2}(?!\\d)"
              + "|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
              + "|\\d{1,2}(?:af|fed|ain|eg|ydd|il)? (?:ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)"
              + "|(?<!\\d)\\d{1,2}[./]\\d{1,2}[./](?:20)?\\d\\d");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<!\\d)\\d{1,2}(?:[:.]\\d\\d)?\\s?(?:am|pm|yb|yh|noon|uhr|o'clock)(?!\\p{L})|(?<![\\d.])\\d{1,2}[:.]\\d\\d(?![\\d.%])");
  private static final Pattern PLACE =
      Pattern.compile(
          "(?<!\\p{L})(?:at|in|yn|ym|i|im) (?:the |y |yr )?(?:[\\p{L}'.-]{1,25} ){0,4}(?:hall|room|centre|center|church|chapel|school|house|hotel|library|museum|theatre|station|park|terrace|pavilion|club|college|university|hospital|neuadd|ystafell|canolfan|eglwys|ysgol)(?!\\p{L})");

  private Announcement() {}

  public static Optional<Kind> kindOf(Letter letter) {
    PlainWords words = PlainWords.of(letter);
    if (isPress(words, letter)) {
      return Optional.of(Kind.PRESS_RELEASE);
    }
    return isInvitation(words, letter) ? Optional.of(Kind.INVITATION) : Optional.empty();
  }

  /// A line that only a press office writes, and another sign beside it.
  private static boolean isPress(PlainWords words, Letter letter) {
    List<String> lines = lines(letter);
    long titles = lines.stream().filter(PRESS_LINE::opens).filter(Announcement::isTitle).count();
    boolean subject = PRESS_LINE.opens(words.subject());
    boolean ends = lines.stream().anyMatch(PRESS_END::equal);
    int said = PRESS_TEXT.countIn(words.text(), 2);
    return titles + (subject ? 1 : 0) + (ends ? 1 : 0) >= 2
        || ((titles > 0 || subject) && said > 0 && words.greeting().isEmpty());
  }

  /// A heading or a label, and not the beginning of a sentence.
  private static boolean isTitle(String line) {
    return line.length() <= 60 || (line.indexOf(':') > 0 && line.indexOf(':') <= 60);
  }

  /// Somebody is invited, and is told two of: the day, the time, the place, how to answer.
  private static boolean isInvitation(PlainWords words, Letter letter) {
    boolean subject = INVITE_SUBJECT.opens(words.subject());
    if (!subject && !INVITE.anyIn(words.text())) {
      return false;
    }
    List<String> lines = lines(letter);
    String text = words.text();
    boolean day = DAY.matcher(text).find() || hasLabel(lines, INVITE_TIME);
    boolean time = TIME.matcher(text).find();
    boolean place = PLACE.matcher(text).find() || hasLabel(lines, INVITE_PLACE);
    boolean answer = INVITE_ANSWER.anyIn(text);
    int told = (day ? 1 : 0) + (time ? 1 : 0) + (place ? 1 : 0) + (answer ? 1 : 0);
    return told >= (subject ? 1 : 2);
  }

  private static boolean hasLabel(List<String> lines, PhraseList labels) {
    return lines.stream()
        .filter(line -> line.indexOf(':') > 0 && line.indexOf(':') <= LONGEST_LABEL)
        .anyMatch(line -> labels.equal(line.substring(0, line.indexOf(':')).strip()));
  }

  private static List<String> lines(Letter letter) {
    return letter
        .bodyText()
        .lines()
        .limit(MOST_LINES)
        .filter(line -> line.length() <= LONGEST_LINE)
        .map(PlainWords::plain)
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
