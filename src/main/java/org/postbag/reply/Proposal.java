package org.postbag.reply;

import java.time.LocalDate;
import java.util.Optional;
import org.postbag.email.NamedAddress;
import org.postbag.email.ReplyThread;
import org.postbag.ledger.ReviewReason;

/// What Postbag proposes to do with a letter.
public sealed interface Proposal {
  /// A reply that awaits approval.
  ///
  /// @param replyName the standard reply it was made from; empty when a person writes it from
  ///   nothing
  /// @param replyHash which version of it
  /// @param text the whole letter, Markdown with every placeholder filled in
  /// @param enclosed what leaves with it
  /// @param reviewed the day on which somebody last called the standard reply good, if its file
  ///   says
  record Answer(
      NamedAddress to,
      ReplyThread thread,
      String replyName,
      String replyHash,
      String text,
      Enclosed enclosed,
      Optional<LocalDate> reviewed)
      implements Proposal {
    /// Whether it was made from a standard reply, and not from nothing.
    public boolean isStandard() {
      return !replyName.isEmpty();
    }

    /// The same with words of a person's own.
    public Answer with(String subject, String words) {
      ReplyThread renamed = new ReplyThread(subject, thread.inReplyTo(), thread.references());
      return new Answer(to, renamed, replyName, replyHash, words, enclosed, reviewed);
    }
  }

  /// A person decides.
  ///
  /// @param suggestion a reply that would do if the person agrees
  record ForPerson(ReviewReason reason, Optional<Answer> suggestion) implements Proposal {}

  /// Never to be answered.
  record SetAside(ReviewReason.Screened reason) implements Proposal {}
}
