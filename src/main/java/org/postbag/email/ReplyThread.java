package org.postbag.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a reply stands in its thread: the subject and the ids of RFC 5322 §3.6.4.
///
/// @param subject the letter's subject behind one `Re: `
/// @param inReplyTo the letter's Message-ID, if it had one
/// @param references the letter's References (or its single In-Reply-To) and its Message-ID
public record ReplyThread(
    String subject, Optional<MessageId> inReplyTo, List<MessageId> references) {
  public ReplyThread {
    references = List.copyOf(references);
  }

  /// How an answer to `letter` stands in its thread. The subject loses the reply marks it has, in
  /// whatever language, so that one `Re: ` remains; a tag such as `[list]` stays.
  public static ReplyThread of(Letter letter) {
    List<MessageId> chain = new ArrayList<>(letter.references());
    if (chain.isEmpty() && letter.inReplyTo().size() == 1) {
      chain.addAll(letter.inReplyTo());
    }
    letter.messageId().ifPresent(chain::remove);
    letter.messageId().ifPresent(chain::add);
    return new ReplyThread(
        ("Re: " + BaseSubject.withoutReplyMarks(letter.subject())).strip(),
        letter.messageId(),
        chain);
  }
}
