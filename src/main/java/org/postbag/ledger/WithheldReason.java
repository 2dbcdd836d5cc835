package org.postbag.ledger;

import java.util.Locale;

/// Why an approved reply was not sent and went back to a person.
public enum WithheldReason implements ReviewReason {
  /// The approval's hash is not that of what would leave.
  CHANGED_AFTER_APPROVAL(
      "Changed after approval",
      "The reply is not what was approved: it was changed afterwards. Nothing was sent. Please read"
          + " it again."),
  UNFINISHED(
      "Reply unfinished",
      "Something in the reply is still left open. Nothing was sent. Please finish it."),
  REPLY_CHANGED(
      "Standard reply changed",
      "The standard reply, or a file that goes with it, was changed or removed after this reply was"
          + " approved. Nothing was sent. Please read the reply again."),
  ADDRESS_REFUSED(
      "Address refused before",
      "A mail server refused this address before. Nothing was sent. Check the address; if you approve"
          + " again, the reply is sent to it.");

  private final String brief;
  private final String sentence;

  WithheldReason(String brief, String sentence) {
    this.brief = brief;
    this.sentence = sentence;
  }

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String brief() {
    return brief;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
