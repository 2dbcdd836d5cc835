package org.postbag.past;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postbag.email.MessageId;
import org.postbag.email.NamedAddress;

/// What a reply answers by In-Reply-To and References (RFC 5322 §3.6.4).
///
/// These fields alone do not make an answer: programs set them in a letter that is passed on to
/// somebody else, too. So it has to go to whoever wrote.
final class ThreadLetter {
  private final JdbcPastLetters letters;

  ThreadLetter(JdbcPastLetters letters) {
    this.letters = letters;
  }

  Optional<PastLetter> of(PastLetter reply) {
    return ids(reply).stream()
        .flatMap(id -> letters.with(id).stream())
        .filter(letter -> letter.direction() == Direction.RECEIVED)
        .filter(letter -> answers(reply, letter))
        .findFirst();
  }

  /// The nearest letter of the thread stands last in References.
  private static List<MessageId> ids(PastLetter reply) {
    List<MessageId> ids = new ArrayList<>(reply.inReplyTo());
    ids.addAll(reply.references().reversed());
    return ids.stream().distinct().toList();
  }

  private static boolean answers(PastLetter reply, PastLetter letter) {
    return goesToWriter(reply, letter)
        || namesRecipient(letter, reply)
        || (letter.messageId().filter(reply.inReplyTo()::contains).isPresent()
            && !reply.letter().isForward()
            && reply.baseSubject().equalsIgnoreCase(letter.baseSubject()));
  }

  static boolean goesToWriter(PastLetter reply, PastLetter letter) {
    Set<String> writers =
        Stream.concat(letter.from().stream(), letter.replyTo().stream())
            .map(ThreadLetter::canonical)
            .collect(Collectors.toSet());
    return Stream.concat(reply.to().stream(), reply.cc().stream())
        .map(ThreadLetter::canonical)
        .anyMatch(writers::contains);
  }

  /// A web form names the writer in its text alone.
  private static boolean namesRecipient(PastLetter letter, PastLetter reply) {
    String body = letter.body().toLowerCase(Locale.ROOT);
    return !reply.letter().isForward()
        && reply.to().stream().map(ThreadLetter::canonical).anyMatch(body::contains);
  }

  static String canonical(NamedAddress one) {
    return one.address().canonical().toString();
  }
}
