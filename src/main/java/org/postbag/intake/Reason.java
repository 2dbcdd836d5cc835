package org.postbag.intake;

import java.util.Locale;

/// Why a letter gets no automatic answer. The words are stable: people and programs rely on them.
public enum Reason {
  /// Our own reply came back to us: it bears the header field `X-Postbag`.
  OWN_MARK(true),
  /// Written by ourselves, or an answer would go to ourselves: RFC 3834 §2, RFC 5230 §4.6.
  OWN_ADDRESS(false),
  /// RFC 3464 and 6533.
  DELIVERY_REPORT(true),
  /// RFC 8098.
  READ_RECEIPT(true),
  /// RFC 5965.
  FEEDBACK_REPORT(true),
  /// RFC 3834 §5: Auto-Submitted with any value but `no`.
  AUTO_SUBMITTED(true),
  /// The header fields that programs write in place of Auto-Submitted.
  AUTO_REPLY_HEADER(true),
  /// RFC 5321 §4.5.5: nobody answers to the null return path.
  NULL_RETURN_PATH(true),
  /// RFC 3834 §2, RFC 5230 §4.6: MAILER-DAEMON, LISTSERV, owner-, -request, noreply and their kin.
  SYSTEM_SENDER(true),
  /// RFC 6047: an answer to it is a calendar object, not prose.
  CALENDAR(true),
  /// An absence notice that says so in its subject or text.
  OUT_OF_OFFICE(true),
  /// MS-OXCMAIL §2.2.3.2.14: X-Auto-Response-Suppress.
  SUPPRESS_HEADER(false),
  /// Sent on by a rule of some other mailbox.
  AUTO_FORWARDED(false),
  /// Precedence bulk or junk, or the marks of a mass mailer.
  BULK(false),
  /// RFC 2369, RFC 2919, and the older marks of lists.
  LIST(false),
  /// No address that an answer could go to.
  NO_SENDER(false);

  private final boolean automatic;

  Reason(boolean automatic) {
    this.automatic = automatic;
  }

  /// Whether it shows that a machine wrote the letter.
  public boolean automatic() {
    return automatic;
  }

  /// The stable word, such as `null-return-path`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
