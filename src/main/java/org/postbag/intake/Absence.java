package org.postbag.intake;

import java.util.regex.Pattern;
import org.postbag.email.Letter;
import org.postbag.email.text.Phrases;

/// Absence notices without any header that tells them.
///
/// A subject that says `Automatic reply:` in so many words is enough. The text alone is not: it is
/// believed only in a short answer to a letter of ours, and then the letter is held for a person.
final class Absence {
  private static final Phrases WORDS = Phrases.in(Absence.class, "absence.txt");
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?:"
              + WORDS.any("subject")
              + ")"
              + "(?: ?\\(?(?:re|aw|sv)\\)?)?\\s*(?:[:：!\\-–—|].*|\\[.*|\\(.*)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  private static final Pattern TEXT =
      Pattern.compile(WORDS.any("text"), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final int BEGINNING = 300;
  private static final int SHORT = 1_200;
  private static final int MAX_SUBJECT = 500;

  private Absence() {}

  static boolean inSubject(Letter letter) {
    String subject = letter.subject().strip();
    return subject.length() <= MAX_SUBJECT
        && !AutomaticHeaders.isDeclaredPersonal(letter)
        && SUBJECT.matcher(subject).matches();
  }

  static boolean inText(Letter letter) {
    String text = letter.visibleText();
    boolean answersUs = !letter.inReplyTo().isEmpty() || !letter.references().isEmpty();
    return answersUs
        && text.length() <= SHORT
        && !AutomaticHeaders.isDeclaredPersonal(letter)
        && TEXT.matcher(text.substring(0, Math.min(BEGINNING, text.length()))).find();
  }
}
