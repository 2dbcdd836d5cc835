package org.postbag.intake.imap;

import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;

/// The commands that change a folder.
final class ImapWrites {
  private final ImapSession session;

  ImapWrites(ImapSession session) {
    this.session = session;
  }

  /// Opens a folder for changes.
  static MailboxInfo select(ImapSession session, String folder) throws Trouble {
    try {
      return session.wire().select(folder);
    } catch (CommandFailedException e) {
      throw Refusals.folder(folder, e.getResponse().getRest());
    } catch (ProtocolException e) {
      throw e.getResponse() == null ? ImapSession.broken(e) : ImapSession.gone(e.getResponse());
    }
  }

  /// Sets one flag and leaves the others as they are.
  void flag(long uid, String flag) throws Trouble {
    session.run(
        "UID STORE " + uid + " +FLAGS.SILENT (" + flag + ")",
        "the server does not let us set " + flag);
  }

  /// Moves by RFC 6851 only: its older form, a copy and an expunge, deletes, and may delete what
  /// others have marked.
  void move(long uid, String folder) throws Trouble {
    if (!session.offers("MOVE")) {
      throw new Trouble(Trouble.Kind.REFUSED, "the server cannot move letters");
    }
    Argument arguments = new Argument();
    arguments.writeAtom(Long.toString(uid));
    arguments.writeString(BASE64MailboxEncoder.encode(folder));
    session.run("UID MOVE", arguments, "the letter cannot be moved to " + folder);
  }
}
