package org.postbag.ledger;

import java.util.Locale;

/// Why an approved reply does not leave now, or what became of it.
public enum SendingReason implements Reason {
  PAUSED("Sending is paused."),
  BREAKER("Postbag has stopped sending there until somebody lets it go on."),
  PACE("The mailbox has sent as much as its limits allow for now."),
  NOT_APPROVED("The reply is no longer approved."),
  APPROVED_ANEW("The reply was approved again since, and its undo window is not over."),
  MAILBOX_WAITS("The mailbox waits before it tries its mail server again."),
  STOPPED("Postbag was stopped."),

  CLAIMED("It was taken for sending."),
  ACCEPTED("The mail server took it."),
  /// Taken for unclear, and then the answer came after all.
  LATE("The mail server had taken it; its answer came late."),
  SIGN_IN_REFUSED("The mail server refused the sign-in."),
  SENDER_REFUSED("The mail server does not take mail from the mailbox’s address."),
  GAVE_UP("It was tried for as long as the settings allow."),
  NO_ANSWER("The connection ended before its answer."),
  /// After a start, before anything left: this database may be older than the mailbox.
  COPY_FOUND_AT_START(
      "After a start of Postbag, and before it was to leave, its copy was found in your folder of"
          + " sent mail."),
  ANSWERED_AT_START(
      "After a start of Postbag, and before it was to leave, its letter was found marked as answered"
          + " in the mailbox."),
  BOUNCED("A delivery report says that it did not arrive."),

  FOUND_IN_SENT("Its copy is in your folder of sent mail."),
  FOUND_IN_SENT_BY_MARK("A copy with Postbag’s mark is in your folder of sent mail."),
  FOUND_IN_SENT_BY_RECIPIENT_SUBJECT_TIME(
      "A copy to the same person, with its subject and time, is in your folder of sent mail."),
  WAS_SENT("A person said that it was sent."),
  SEND_AGAIN("A person wants it sent again."),
  CLOSED_UNCLEAR("It is not known whether the reply was sent.");

  private final String sentence;

  SendingReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
