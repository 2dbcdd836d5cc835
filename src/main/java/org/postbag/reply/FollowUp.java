package org.postbag.reply;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.MessageId;
import org.postbag.email.text.Fold;

/// Whether a letter answers a reply of ours. The same standard reply once more would say that
/// nobody read it.
final class FollowUp {
  private FollowUp() {}

  /// It refers to one of our Message-IDs (RFC 5322 §3.6.4), or holds one; or it is marked as an
  /// answer and holds words that are proved to be ours.
  ///
  /// @param own the office's own addresses
  static boolean is(Letter letter, Set<Address> own) {
    return own.stream().map(Address::domain).distinct().anyMatch(domain -> holds(letter, domain))
        || (isAnswer(letter) && letter.folded().stream().anyMatch(FollowUp::isOurs));
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
