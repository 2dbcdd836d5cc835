package org.postbag.email;

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
}
