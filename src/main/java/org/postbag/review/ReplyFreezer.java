package org.postbag.review;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.postbag.email.MessageId;
import org.postbag.email.NamedAddress;
import org.postbag.ledger.Actor;

/// Keeps a reply as it was approved: all that will leave, under one hash, with the Message-ID under
/// which it will.
final class ReplyFreezer {
  private final JdbcApprovals approvals;
  private final Duration undoWindow;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  ReplyFreezer(JdbcApprovals approvals, Duration undoWindow, InstantSource clock) {
    this.approvals = approvals;
    this.undoWindow = undoWindow;
    this.clock = clock;
  }

  /// @param notBefore before which it does not leave; the undo window may end later
  void freeze(
      QueueItem item, QueueItem.Reply reply, NamedAddress sender, Instant notBefore, Actor by) {
    Instant now = clock.instant();
    Instant undone = now.plus(undoWindow);
    MessageId id = messageId(sender);
    String hash =
        ReplyHash.of(id, sender, reply.to(), reply.thread(), reply.text(), reply.enclosed());
    Approval approval =
        new Approval(
            0,
            item.letter(),
            item.mailbox(),
            by.name(),
            now,
            undone.isAfter(notBefore) ? undone : notBefore,
            hash,
            id,
            sender,
            reply.to(),
            reply.thread(),
            reply.text(),
            reply.replyName(),
            reply.replyHash(),
            reply.enclosed());
    approvals.insert(approval, item.version());
  }

  /// 128 random bits before our own domain, RFC 5322 §3.6.4.
  private MessageId messageId(NamedAddress sender) {
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    String left = HexFormat.of().formatHex(bits);
    return new MessageId("<" + left + ".postbag@" + sender.address().domain() + ">");
  }
}
