package org.postbag.review;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
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
  private final ReviewSettings settings;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  ReplyFreezer(JdbcApprovals approvals, ReviewSettings settings, InstantSource clock) {
    this.approvals = approvals;
    this.settings = settings;
    this.clock = clock;
  }

  /// @param item a letter with a reply, in a mailbox that is configured
  /// @param notBefore before which it does not leave; the undo window may end later
  void freeze(QueueItem item, Instant notBefore, Actor by) {
    QueueItem.Reply reply = item.reply().orElseThrow();
    NamedAddress sender = requireNonNull(settings.senders().get(item.mailbox()));
    Instant now = clock.instant();
    Instant undone = now.plus(settings.undoWindow());
    MessageId id = messageId(sender);
    String hash =
        ReplyHash.of(
            id,
            sender,
            reply.to(),
            reply.thread(),
            reply.text(),
            reply.enclosed(),
            item.warnings());
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
            reply.enclosed(),
            item.warnings());
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
