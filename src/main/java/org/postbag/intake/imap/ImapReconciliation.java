package org.postbag.intake.imap;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postbag.intake.AccessTokens;
import org.postbag.intake.Cursor;
import org.postbag.intake.Intake;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.Reconciliation;

/// Compares a mailbox with the rows when somebody asks for it. The readers do the same once a day
/// by themselves.
public final class ImapReconciliation {
  private final List<MailboxSettings> mailboxes;
  private final AccessTokens tokens;
  private final Intake intake;
  private final MailboxHealth health;
  private final InstantSource clock;

  public ImapReconciliation(
      List<MailboxSettings> mailboxes,
      AccessTokens tokens,
      Intake intake,
      MailboxHealth health,
      InstantSource clock) {
    this.mailboxes = List.copyOf(mailboxes);
    this.tokens = tokens;
    this.intake = intake;
    this.health = health;
    this.clock = clock;
  }

  /// Compares every folder of that mailbox that has been read before.
  ///
  /// @return empty when no mailbox has that name
  /// @throws Trouble when the mailbox cannot be looked into
  public Optional<List<Reconciliation>> run(String name) throws MailboxUnavailable {
    for (MailboxSettings mailbox : mailboxes) {
      if (mailbox.name().equals(name)) {
        return Optional.of(compared(mailbox));
      }
    }
    return Optional.empty();
  }

  private List<Reconciliation> compared(MailboxSettings mailbox) throws MailboxUnavailable {
    List<Reconciliation> results = new ArrayList<>();
    try (ImapSession session = ImapSession.open(mailbox, tokens)) {
      for (String folder : mailbox.folders()) {
        compare(mailbox, ImapFolder.examine(session, folder), folder).ifPresent(results::add);
      }
    }
    return results;
  }

  /// Nothing when the folder was never read, or has UIDs that its reader has not seen yet.
  private Optional<Reconciliation> compare(MailboxSettings mailbox, ImapFolder open, String folder)
      throws MailboxUnavailable {
    Optional<Cursor> cursor =
        intake
            .cursor(mailbox.name(), folder)
            .filter(stored -> stored.uidValidity() == open.uidValidity());
    return cursor.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reconciler(mailbox, intake, health, clock).run(open, cursor.get()));
  }
}
