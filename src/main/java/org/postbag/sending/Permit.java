package org.postbag.sending;

import org.postbag.review.Approval;

/// Leave to try one reply: a connection of its mailbox, and the reservation under which the reply
/// was handed out. Closing it frees both, once; after a claim only the connection, for the reply
/// stays reserved until its result is on disk. For one thread.
final class Permit implements AutoCloseable {
  private final MailboxQueue mailboxQueue;
  private final Approval approval;
  private final boolean granted;
  private boolean claimed;
  private boolean closed;

  private Permit(MailboxQueue mailboxQueue, Approval approval, boolean granted) {
    this.mailboxQueue = mailboxQueue;
    this.approval = approval;
    this.granted = granted;
  }

  /// Waits for a free connection.
  static Permit await(MailboxQueue mailboxQueue, Approval approval) {
    return new Permit(mailboxQueue, approval, mailboxQueue.acquireConnection());
  }

  /// False when the thread was told to stop while it waited: there is no connection.
  boolean isGranted() {
    return granted;
  }

  MailboxQueue lane() {
    return mailboxQueue;
  }

  Approval approval() {
    return approval;
  }

  /// The reply is claimed: from now on only its result ends the reservation.
  void keepReservation() {
    claimed = true;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (!claimed) {
      mailboxQueue.release(approval.letter());
    }
    if (granted) {
      mailboxQueue.releaseConnection();
    }
  }
}
