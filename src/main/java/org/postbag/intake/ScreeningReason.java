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
