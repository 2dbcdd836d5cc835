package org.postbag.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.email.MessageId;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Move;
import org.postbag.ledger.State;
import org.postbag.ledger.WithheldReason;

/// The room's door for those who send: what people have released, and the way back to them.
///
/// Every method joins the running transaction.
public final class Releases {
  private final Database database;
  private final JdbcApprovals approvals;
  private final JdbcDueApprovals due;
  private final JdbcDrafts drafts;
  private final JdbcWrittenDrafts written;
  private final JdbcWarnings warnings;
  private final Ledger ledger;

  public Releases(Database database, Ledger ledger) {
    this.database = database;
    this.approvals = new JdbcApprovals(database);
    this.due = new JdbcDueApprovals(database);
    this.drafts = new JdbcDrafts(database);
    this.written = new JdbcWrittenDrafts(database);
    this.warnings = new JdbcWarnings(database);
    this.ledger = ledger;
  }

  /// The approvals of a mailbox whose time has come, the oldest first.
  ///
  /// @param except topics whose replies are left out
  public List<Approval> due(String mailbox, Instant now, Collection<TopicId> except, int limit) {
    return due.dueIn(mailbox, now, except, limit);
  }

  /// The approval in force for a letter.
  public Optional<Approval> current(long letter) {
    return approvals.current(letter);
  }

  /// The approval under which a reply of that Message-ID was released, also one that was undone.
  public Optional<Approval> of(MessageId reply) {
    return approvals.of(reply);
  }

  /// The topic of a letter's draft.
  public Optional<TopicId> topicOf(long letter) {
    return drafts.topicOf(letter);
  }

  /// Whether a person wrote the letter's reply, or picked it apart from the topic.
  public boolean isByHand(long letter) {
    return written.isByHand(letter);
  }

  /// Whether the letter still has the warnings that the approver had seen, and no other.
  public boolean hasSameWarnings(Approval approval) {
    return warnings.of(approval.letter()).equals(approval.warnings());
  }

  /// How many approved replies of a mailbox have not left yet.
  public long approvedIn(String mailbox) {
    return due.approvedIn(mailbox);
  }

  /// The latest moment before which one of a mailbox's approved replies may not leave.
  public Optional<Instant> lastRelease(String mailbox) {
    return due.lastRelease(mailbox);
  }

  /// The reply is being sent, and is not due any more until it is postponed.
  public void taken(Approval approval) {
    database.doInTransaction(() -> approvals.taken(approval.id()));
  }

  /// The reply leaves no sooner than that. Until then it can be undone.
  public void postpone(long letter, Instant until) {
    database.doInTransaction(() -> approvals.postpone(letter, until));
  }

  /// Takes an approval back on the program's account and puts the letter before a person.
  ///
  /// @param from the letter's state: approved, or sending for one that was claimed
  /// @param reason shown to that person
  /// @param reply the standard reply as it is now: the next approval is one of this version
  /// @return false when the letter is in another state by now; then nothing was written
  public boolean withdraw(
      long letter, State from, WithheldReason reason, Optional<StandardReply> reply) {
    Move back = new Move(letter, from, State.NEEDS_PERSON, Actor.POSTBAG, reason);
    return ledger.inTurn(() -> {
      boolean moved = ledger.move(back);
      if (moved) {
        approvals.undo(letter);
        drafts.ask(letter, reason, reply);
      }
      return moved;
    });
  }
}
