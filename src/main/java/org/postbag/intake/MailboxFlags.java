package org.postbag.intake;

import org.postbag.email.MessageId;

/// What Postbag changes in a mailbox, as [WriteBack] allows, once a reply is recorded as sent; and
/// what it can learn from the folder of sent letters. Everything here may be repeated without harm.
public interface MailboxFlags {
  /// What became of a change.
  sealed interface Outcome {
    /// It is so now; or the settings do not ask for it.
    record Done() implements Outcome {}

    /// The letter no longer stands where we knew it.
    record Gone() implements Outcome {}

    /// The server does not allow it and never will; `why` in plain words.
    record Refused(String why) implements Outcome {}

    /// It did not work this time; `why` in plain words.
    record Later(String why) implements Outcome {}
  }

  /// What the folder of sent letters says about a reply.
  sealed interface Search {
    /// It was sent: the copy stands there, known by that.
    record Found(Sign by) implements Search {}

    /// There is no copy. That alone does not mean that it was not sent.
    record Missing() implements Search {}

    /// It could not be looked up; `why` in plain words.
    record Unknown(String why) implements Search {}
  }

  /// By what a copy is known, the surest first.
  enum Sign {
    MESSAGE_ID,
    MARK,
    /// One letter only, to that recipient, with that subject, at that time, that bears no mark of
    /// another reply of ours.
    RECIPIENT_SUBJECT_TIME
  }

  /// The letter was answered: `\Answered`, the keyword, the move, as the mailbox's settings say.
  Outcome answered(ImapUid letter);

  /// Puts a copy of a sent reply into the folder of sent letters, unless one stands there already
  /// or the settings do not ask for it.
  ///
  /// @param mailbox a name under `postbag.mailboxes`
  /// @param rfc822 the reply as it left
  Outcome fileCopy(String mailbox, MessageId id, byte[] rfc822);

  /// Looks for a reply in the folder of sent letters.
  ///
  /// @param mailbox a name under `postbag.mailboxes`
  Search findSent(String mailbox, SentReply reply);
}
