package org.postbag.intake;

/// Where a letter stands in a mailbox: RFC 9051 §2.3.1.1.
///
/// @param mailbox the name under `postbag.mailboxes`
/// @param folder IMAP's mailbox name, such as INBOX
public record ImapUid(String mailbox, String folder, long uidValidity, long uid) {
  @Override
  public String toString() {
    return mailbox + "/" + folder + "/" + uidValidity + "/" + uid;
  }
}
