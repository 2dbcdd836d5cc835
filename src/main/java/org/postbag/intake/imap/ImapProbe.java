package org.postbag.intake.imap;

import java.util.ArrayList;
import java.util.List;
import org.postbag.email.Headers;
import org.postbag.email.LetterReader;
import org.postbag.intake.AccessTokens;
import org.postbag.intake.MailboxSettings;

/// Signs in to a mailbox, opens its folders without changing anything, and leaves again.
public final class ImapProbe {
  private static final int LETTERS = 20;

  /// Among so many numbers the newest letters are looked for; many may be of deleted ones.
  private static final int UIDS = 2_000;

  /// What a server adds stands at the top of a letter.
  private static final int OCTETS = 16_384;

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

  /// The header fields of the newest letters in the first folder that is read.
  ///
  /// @throws Trouble when the server cannot be used
  public static List<Headers> newestHeaders(MailboxSettings mailbox, AccessTokens tokens)
      throws MailboxUnavailable {
    try (ImapSession session = ImapSession.open(mailbox, tokens)) {
      ImapFolder folder = ImapFolder.examine(session, mailbox.folders().getFirst());
      List<Long> uids = folder.uidsFrom(Math.max(1, folder.highest() - UIDS));
      List<Long> newest = uids.subList(Math.max(0, uids.size() - LETTERS), uids.size());
      return newest.isEmpty()
          ? List.of()
          : folder.bodies(newest, OCTETS).values().stream().map(LetterReader::headers).toList();
    }
  }
}
