package org.postbag.sending;

import java.util.List;
import java.util.function.Consumer;
import org.postbag.review.Approval;

/// Sends approved replies: the way of one reply, from due to recorded, in one method.
public final class Dispatch {
  private final Outbox outbox;
  private final Transport smtp;
  private final Consumer<String> signedIn;

  /// Hands a claimed reply over, such as [SmtpSender#send].
  public interface Transport {
    /// Tries once; a refused claim passes through untouched.
    Delivery send(Claim claim);
  }

  /// @param signedIn told the name of a mailbox whose server let us in
  public Dispatch(Outbox outbox, Transport smtp, Consumer<String> signedIn) {
    this.outbox = outbox;
    this.smtp = smtp;
    this.signedIn = signedIn;
  }

  /// The approvals that may leave now. One that was returned is not returned again before [#send]
  /// has ended for it.
  public List<Approval> due() {
    return outbox.due();
  }

  /// Sends one reply that is due. Any number may be sent at the same time, each on a thread that
  /// may wait: for a connection of its mailbox, for the disk, for the server.
  ///
  /// The claim is on disk before the server hears of the reply (RFC 1047: who dies after the final
  /// dot must not send again), and the permit is free before the result waits for the disk, so that
  /// the next claim shares that wait. Whatever ends this early frees the permit too.
  public void send(Approval due) {
    try (Permit permit = outbox.permit(due)) {
      Claim claim = outbox.claim(permit);
      Delivery delivery = smtp.send(claim);
      outbox.record(permit, delivery);
      if (delivery.isSignedIn()) {
        signedIn.accept(due.mailbox());
      }
    }
  }
}
