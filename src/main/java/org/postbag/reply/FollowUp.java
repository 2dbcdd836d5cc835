package org.postbag.reply;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.MessageId;
import org.postbag.email.text.Fold;
import org.postbag.email.text.Phrases;

/// Whether a letter answers a reply of ours. The same standard reply once more would say that
/// nobody read it.
final class FollowUp {
  private static final int LONGEST = 400;
  private static final Pattern GREETING = Pattern.compile("^[^\\n.!?]{1,80}(?:,|\\n)\\s*\\n");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]|\\n\\s*\\n");

  /// Who only thanks does so in a few words; a first letter that begins with thanks goes on.
  private static final int FEW_WORDS = 40;

  private static final Phrases WORDS = Phrases.in(FollowUp.class, "thanks.txt");
  private static final Pattern THANKS = words("thanks");
  private static final Pattern ANSWER = words("answer");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*");

  private FollowUp() {}

  private static Pattern words(String section) {
    return Pattern.compile(
        "\\b(?:" + WORDS.any(section) + ")\\b",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /// It refers to one of our Message-IDs (RFC 5322 §3.6.4), or holds one; or it is marked as an
  /// answer and holds words that are proved to be ours, or thanks for an answer: many mail programs
  /// keep neither the reference nor the quotation, and staff also answer outside of this program.
  ///
  /// @param own the office's own addresses
  static boolean is(Letter letter, Set<Address> own) {
    return own.stream().map(Address::domain).distinct().anyMatch(domain -> holds(letter, domain))
        || (isAnswer(letter)
            && (letter.folded().stream().anyMatch(FollowUp::isOurs) || isThanks(letter)));
  }

  private static boolean isThanks(Letter letter) {
    String text = letter.visibleText();
    String first = firstSentence(text);
    return THANKS.matcher(first).find()
        && (ANSWER.matcher(first).find()
            || WORD.matcher(text).results().limit(FEW_WORDS + 1L).count() <= FEW_WORDS);
  }

  /// Below the greeting, which ends in a comma or holds no sentence.
  private static String firstSentence(String text) {
    String beginning = text.strip().substring(0, Math.min(LONGEST, text.strip().length()));
    return SENTENCE_END
        .splitAsStream(GREETING.matcher(beginning).replaceFirst(""))
        .filter(part -> !part.isBlank())
        .findFirst()
        .orElse("");
  }

  /// By the form of the Message-IDs that this program gives its replies.
  private static boolean holds(Letter letter, String domain) {
    Pattern ours =
        Pattern.compile(
            "<[^<>\\s@]{1,80}\\.postbag@" + Pattern.quote(domain) + ">", Pattern.CASE_INSENSITIVE);
    return Stream.concat(letter.references().stream(), letter.inReplyTo().stream())
            .map(MessageId::value)
            .anyMatch(id -> ours.matcher(id).matches())
        || (letter.text().contains(".postbag@") && ours.matcher(letter.text()).find());
  }

  private static boolean isAnswer(Letter letter) {
    return !letter.references().isEmpty()
        || !letter.inReplyTo().isEmpty()
        || !letter.subject().equals(letter.baseSubject());
  }

  private static boolean isOurs(Fold fold) {
    return fold.why() == Fold.Why.OURS;
  }
}
