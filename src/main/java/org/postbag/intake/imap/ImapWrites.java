package org.postbag.intake.imap;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.postbag.intake.MailboxFlags.Outcome;
import org.postbag.intake.WriteBack;

/// The commands that change a folder.
final class ImapWrites {
  private final ImapSession session;

  ImapWrites(ImapSession session) {
    this.session = session;
  }

  /// Opens a folder for changes.
  static MailboxInfo select(ImapSession session, String folder) throws MailboxUnavailable {
    try {
      return session.wire().select(folder);
    } catch (CommandFailedException e) {
      throw ResponseCodes.folder(folder, e.getResponse().getRest());
    } catch (ProtocolException e) {
      throw e.getResponse() == null ? ImapSession.broken(e) : ImapSession.gone(e.getResponse());
    }
  }

  /// Does what the settings ask for. What the server does not allow keeps nothing else from being
  /// done; the first such refusal is the outcome.
  Outcome mark(long uid, WriteBack marks) throws MailboxUnavailable {
    List<Outcome> outcomes = new ArrayList<>();
    if (marks.answered()) {
      outcomes.add(unlessRefused(() -> flag(uid, "\\Answered")));
    }
    if (marks.keyword().isPresent()) {
      outcomes.add(unlessRefused(() -> flag(uid, marks.keyword().get())));
    }
    if (marks.moveTo().isPresent()) {
      outcomes.add(unlessRefused(() -> move(uid, marks.moveTo().get())));
    }
    return outcomes.stream()
        .filter(Outcome.Refused.class::isInstance)
        .findFirst()
        .orElseGet(Outcome.Done::new);
  }

  private interface Change {
    void make() throws MailboxUnavailable;
  }

  private static Outcome unlessRefused(Change change) throws MailboxUnavailable {
    try {
      change.make();
      return new Outcome.Done();
    } catch (MailboxUnavailable e) {
      if (e.kind() != MailboxUnavailable.Kind.REFUSED) {
        throw e;
      }
      return new Outcome.Refused(String.valueOf(e.getMessage()));
    }
  }

  /// Sets one flag and leaves the others as they are.
  private void flag(long uid, String flag) throws MailboxUnavailable {
    session.run(
        "UID STORE " + uid + " +FLAGS.SILENT (" + flag + ")",
        "the server does not let us set " + flag);
  }

  /// Moves by RFC 6851 only: its older form, a copy and an expunge, deletes, and may delete what
  /// others have marked.
  private void move(long uid, String folder) throws MailboxUnavailable {
    if (!session.offers("MOVE")) {
      throw new MailboxUnavailable(
          MailboxUnavailable.Kind.REFUSED, "the server cannot move letters");
    }
    Argument arguments = new Argument();
    arguments.writeAtom(Long.toString(uid));
    arguments.writeString(BASE64MailboxEncoder.encode(folder));
    session.run("UID MOVE", arguments, "the letter cannot be moved to " + folder);
  }
}
