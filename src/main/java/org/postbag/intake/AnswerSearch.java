package org.postbag.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.email.MessageId;

/// Asks a mailbox whether letters have been answered already, whatever our own database says.
@FunctionalInterface
public interface AnswerSearch {
  /// A letter, and the reply that is to leave.
  ///
  /// @param letter its number with us
  /// @param place where it stood when it was kept
  /// @param id by which it is found where it stands elsewhere now; empty: not looked for there
  /// @param reply looked for in the folder of sent letters
  record Question(long letter, ImapUid place, Optional<MessageId> id, Optional<ReplyMarks> reply) {}

  /// By what a reply of ours is known: its Message-ID, and our mark where a provider changes that.
  record ReplyMarks(MessageId id, String mark) {}

  /// What shows that a letter has been answered.
  enum Evidence {
    /// The reply stands in the folder of sent letters.
    COPY_IN_SENT,
    /// The letter is marked: `\Answered` (RFC 9051 §2.3.2), or the keyword of the settings.
    MARKED
  }

  /// What the mailbox said.
  sealed interface Result {
    /// By the letter's number; letters without evidence are missing.
    record Found(Map<Long, Evidence> evidence) implements Result {}

    /// It could not be asked; `why` in plain words.
    ///
    /// @param refused whether the server does not accept our sign-in: too many of them lock the
    ///   account
    record Unknown(String why, boolean refused) implements Result {}
  }

  /// Looks for all of them over one connection.
  ///
  /// @param mailbox a name under `postbag.mailboxes`
  Result search(String mailbox, List<Question> questions);
}
