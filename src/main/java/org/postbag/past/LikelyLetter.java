package org.postbag.past;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a reply without a thread answers: a letter by the person to whom it went, with its subject,
/// or quoted in it, not long before.
final class LikelyLetter {
  /// Longer than most letters wait, shorter than until the next one on the same subject.
  private static final Duration LONGEST = Duration.ofDays(120);

  /// Clocks differ.
  private static final Duration SKEW = Duration.ofMinutes(10);

  /// Of a letter's own text, in a quotation of it.
  private static final int QUOTED = 60;

  private final JdbcPastLetters letters;

  LikelyLetter(JdbcPastLetters letters) {
    this.letters = letters;
  }

  /// Letters by its recipients from before it.
  List<PastLetter> candidates(PastLetter reply) {
    Set<String> recipients =
        Stream.concat(reply.to().stream(), reply.cc().stream())
            .map(ThreadLetter::canonical)
            .collect(Collectors.toSet());
    return recipients.isEmpty() || reply.letter().isForward() || namesAnother(reply)
        ? List.of()
        : letters.naming(recipients, reply.at().minus(LONGEST), reply.at().plus(SKEW)).stream()
            .filter(letter -> letter.direction() == Direction.RECEIVED)
            .filter(letter -> ThreadLetter.goesToWriter(reply, letter))
            .toList();
  }

  /// Where In-Reply-To names a letter that is not here, no other one is meant.
  private static boolean namesAnother(PastLetter reply) {
    return !reply.inReplyTo().isEmpty();
  }

  /// @param answered numbers of letters that have an answer already
  Optional<PastLetter> of(PastLetter reply, List<PastLetter> candidates, Set<Long> answered) {
    String text = words(reply.body());
    Comparator<PastLetter> likelier =
        Comparator.<PastLetter>comparingInt(letter -> score(reply, text, letter))
            .thenComparing(letter -> !answered.contains(letter.id()))
            .thenComparing(PastLetter::at);
    Optional<PastLetter> best = candidates.stream().max(likelier);
    List<PastLetter> open = candidates.stream().filter(l -> !answered.contains(l.id())).toList();
    return best.filter(
        letter -> score(reply, text, letter) > 0 || (open.size() == 1 && open.contains(letter)));
  }

  private static int score(PastLetter reply, String text, PastLetter letter) {
    boolean sameSubject =
        !letter.baseSubject().isBlank()
            && words(letter.baseSubject()).equals(words(reply.baseSubject()));
    return (isQuoted(letter, text) ? 2 : 0) + (sameSubject ? 1 : 0);
  }

  private static boolean isQuoted(PastLetter letter, String text) {
    String own = words(letter.ownText());
    return own.length() >= QUOTED
        && text.contains(own.substring(0, Math.min(own.length(), 2 * QUOTED)));
  }

  /// Without marks of quotation, line ends and punctuation, which a reply changes.
  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
