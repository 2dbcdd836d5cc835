package org.postbag.intake.imap;

import java.util.ArrayList;
import java.util.List;
import org.postbag.intake.AccessTokens;
import org.postbag.intake.MailboxSettings;

/// Signs in to a mailbox, opens its folders without changing anything, and leaves again.
public final class ImapProbe {
  private ImapProbe() {}

  /// What stands in each folder that is read, in words.
  ///
  /// @throws Trouble when the server cannot be used; the message says why, and what mends it
  public static List<String> look(MailboxSettings mailbox, AccessTokens tokens)
      throws MailboxUnavailable {
    try (ImapSession session = ImapSession.open(mailbox, tokens)) {
      String news =
          session.offers("IDLE") ? "new letters are told at once (IDLE)" : "looked at by polling";
      List<String> found = new ArrayList<>();
      for (String name : mailbox.folders()) {
        int letters = ImapFolder.examine(session, name).letters();
        found.add(name + " holds " + letters + (letters == 1 ? " letter, " : " letters, ") + news);
      }
      return found;
    }
  }
}
