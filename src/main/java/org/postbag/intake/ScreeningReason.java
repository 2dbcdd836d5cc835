package org.postbag.intake;

import java.util.Locale;

/// Why a letter gets no automatic answer. The words are stable: people and programs rely on them.
public enum ScreeningReason {
  /// Our own reply came back to us: it bears the header field `X-Postbag`.
  OWN_MARK(true, "Our own reply", "It is one of Postbag’s own replies, come back."),
  /// Written by ourselves, or an answer would go to ourselves: RFC 3834 §2, RFC 5230 §4.6.
  OWN_ADDRESS(false, "Your own address", "It comes from your own address."),
  /// RFC 3464 and 6533.
  DELIVERY_REPORT(true, "Delivery report", "It is a delivery report."),
  /// RFC 8098.
  READ_RECEIPT(true, "Read receipt", "It is a read receipt."),
  /// RFC 5965.
  FEEDBACK_REPORT(true, "Complaint report", "It is a complaint report from a mail provider."),
  /// RFC 3834 §5: Auto-Submitted with any value but `no`.
  AUTO_SUBMITTED(true, "Automatic", "A machine wrote it."),
  /// The header fields that programs write in place of Auto-Submitted.
  AUTO_REPLY_HEADER(true, "Automatic reply", "It is an automatic reply."),
  /// RFC 5321 §4.5.5: nobody answers to the null return path.
  NULL_RETURN_PATH(true, "Automatic", "A machine wrote it: it has no return address."),
  /// RFC 3834 §2, RFC 5230 §4.6: MAILER-DAEMON, LISTSERV, owner-, -request, noreply and their kin.
  SYSTEM_SENDER(true, "No person’s address", "It comes from an address that no person reads."),
  /// RFC 6047: an answer to it is a calendar object, not prose.
  CALENDAR(true, "Calendar invitation", "It is a calendar invitation."),
  /// An absence notice that says so in its subject or text.
  OUT_OF_OFFICE(true, "Out of office", "It is an out-of-office notice."),
  /// MS-OXCMAIL §2.2.3.2.14: X-Auto-Response-Suppress.
  SUPPRESS_HEADER(false, "Asks for no automatic reply", "The sender asks for no automatic reply."),
  /// Sent on by a rule of some other mailbox.
  AUTO_FORWARDED(
      false,
      "Forwarded automatically",
      "It was forwarded automatically. Check whom the reply would reach."),
  /// Precedence bulk or junk, or the marks of a mass mailer.
  BULK(false, "Bulk mailing", "It was sent as a bulk mailing. Check that a person wrote it."),
  /// RFC 2369, RFC 2919, and the older marks of lists.
  LIST(
      false,
      "Through a list or campaign site",
      "It came through a mailing list or a campaign site. Check that a person wrote it."),
  /// Recognised by its words: no header says so.
  DELIVERY_REPORT_TEXT(
      true,
      "Reads like a delivery report",
      "It reads like a report that a letter did not arrive. Check that a person wrote it."),
  /// An automatic answer, an acknowledgement, a challenge, recognised by its words.
  AUTOMATIC_ANSWER_TEXT(
      true,
      "Reads like an automatic answer",
      "It reads like an automatic answer. Check that a person wrote it."),
  /// A receipt or a recall of Outlook and its kin, recognised by its words.
  RECEIPT_TEXT(
      true,
      "Reads like a receipt or recall",
      "It reads like a receipt, or like a mail program taking a letter back."),
  /// A complaint of a mail provider, recognised by its words.
  COMPLAINT_TEXT(
      true,
      "Reads like a complaint report",
      "It reads like a complaint report from a mail provider. Check that a person wrote it."),
  /// A press release: its lines say so.
  PRESS_RELEASE(
      false, "Press release", "It is written like a press release. Check whether a reply is due."),
  /// An invitation: somebody is invited, with day, time or place.
  INVITATION(
      false, "Invitation", "It is written like an invitation. Somebody has to say yes or no."),
  /// The writer stands in the fields of a web form, or in Reply-To under our own address.
  WEB_FORM(
      false,
      "Through a web form",
      "It came through a web form or a shared address. Check whom the reply would reach."),
  /// Somebody sent another one's letter on.
  FORWARDED(
      false,
      "Forwarded by somebody else",
      "Somebody has sent on another person’s letter. Check whom the reply would reach."),
  /// The office stands in Cc alone.
  COPIED_IN(false, "Copied in", "The letter is addressed to somebody else, with a copy to you."),
  /// One of more recipients than a letter to an office has.
  MANY_RECIPIENTS(
      false,
      "Sent to many",
      "The letter went to more than twenty people. Check that it is for you."),
  /// No address that an answer could go to.
  NO_SENDER(false, "No address", "There is no address to answer to.");

  private final boolean automatic;
  private final String brief;
  private final String sentence;

  ScreeningReason(boolean automatic, String brief, String sentence) {
    this.automatic = automatic;
    this.brief = brief;
    this.sentence = sentence;
  }

  /// Whether it shows that a machine wrote the letter.
  public boolean automatic() {
    return automatic;
  }

  /// The stable word, such as `null-return-path`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// A few words, for a list.
  public String brief() {
    return brief;
  }

  /// The same as one whole English sentence.
  public String sentence() {
    return sentence;
  }
}
