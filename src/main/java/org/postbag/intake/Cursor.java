package org.postbag.intake;

import java.time.Instant;

/// How far a folder has been read: RFC 9051 §2.3.1.1.
///
/// @param uidValidity the epoch in which the UIDs hold; below zero when the server gives none
/// @param lastUid every UID up to this one is kept, skipped, or noted as a gap
/// @param since when reading of this folder began, by the clock that the server puts into
///   INTERNALDATE: no letter that stood there before is dated later
/// @param skippedTo UIDs up to this one stood there before and are not ours
/// @param importedTo UIDs up to this one stood there before and are kept without a draft
/// @param renumberedTo UIDs up to this one are new numbers of letters that we may know already
public record Cursor(
    String mailbox,
    String folder,
    long uidValidity,
    long lastUid,
    Instant since,
    long skippedTo,
    long importedTo,
    long renumberedTo) {

  /// The same folder, read up to `uid`.
  public Cursor at(long uid) {
    return new Cursor(
        mailbox, folder, uidValidity, uid, since, skippedTo, importedTo, renumberedTo);
  }

  /// The same folder after its letters got new UIDs, of which `highest` is the last: all are read
  /// again and recognised by their content.
  public Cursor renumbered(long newValidity, long highest) {
    return new Cursor(mailbox, folder, newValidity, 0, since, 0, 0, highest);
  }

  public ImapUid uid(long uid) {
    return new ImapUid(mailbox, folder, uidValidity, uid);
  }

  /// Whether a letter at `uid` stood there before our first start.
  public boolean imports(long uid, Instant received) {
    return uid <= importedTo || (uid <= renumberedTo && received.isBefore(since));
  }

  /// Whether letters up to the renumbered mark are still to be recognised.
  public boolean recognises(long uid) {
    return uid <= renumberedTo;
  }
}
