package org.postbag.intake.imap;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/// Waits for the server to speak: RFC 2177. Ends after the given time in any case, because a flow
/// that a router has forgotten looks like a quiet mailbox.
final class ImapIdle {
  private final ImapWire wire;
  private final InstantSource clock;
  private final Instant end;
  private final int timeout;
  private boolean done;

  private ImapIdle(ImapWire wire, InstantSource clock, Instant end, int timeout) {
    this.wire = wire;
    this.clock = clock;
    this.end = end;
    this.timeout = timeout;
  }

  /// Waits; false when the server will not have it, and the caller polls from now on.
  ///
  /// @param seen how often the server had told of new letters when all of them were read; those
  ///   that it tells of before it accepts IDLE end the wait at once
  static boolean await(ImapSession session, Duration longest, InstantSource clock, long seen)
      throws MailboxUnavailable {
    ImapWire wire = session.wire();
    try {
      wire.idleStart();
    } catch (BadCommandException | CommandFailedException _) {
      return false;
    } catch (ProtocolException e) {
      throw e.getResponse() == null ? ImapSession.broken(e) : ImapSession.gone(e.getResponse());
    }
    listen(session, longest, clock, seen);
    return true;
  }

  private static void listen(ImapSession session, Duration longest, InstantSource clock, long seen)
      throws MailboxUnavailable {
    ImapWire wire = session.wire();
    try {
      int timeout = wire.socket().getSoTimeout();
      ImapIdle idle = new ImapIdle(wire, clock, clock.instant().plus(longest), timeout);
      if (wire.arrivals() != seen) {
        idle.finish();
      }
      idle.listen();
      wire.socket().setSoTimeout(timeout);
    } catch (SocketException e) {
      throw ImapSession.broken(e);
    }
  }

  private void listen() throws SocketException, MailboxUnavailable {
    boolean idling = true;
    while (idling) {
      wire.socket().setSoTimeout(done ? timeout : untilEnd());
      Response answer = wire.readIdleResponse();
      if (!done && isOnlyQuiet(answer)) {
        finish();
      } else {
        idling = hear(answer);
      }
    }
  }

  private int untilEnd() {
    return (int) Math.max(1, Duration.between(clock.instant(), end).toMillis());
  }

  /// Nothing came in time, not even half a line.
  private boolean isOnlyQuiet(Response answer) {
    return answer.getException() instanceof SocketTimeoutException && wire.isBetweenLines();
  }

  private boolean hear(Response answer) throws MailboxUnavailable {
    if (answer.isBYE()) {
      throw ImapSession.gone(answer);
    }
    if (!done && (isNews(answer) || !clock.instant().isBefore(end))) {
      finish();
    }
    try {
      return wire.processIdleResponse(answer);
    } catch (ProtocolException e) {
      throw ImapSession.broken(e);
    }
  }

  private static boolean isNews(Response answer) {
    return answer instanceof IMAPResponse data && data.keyEquals("EXISTS");
  }

  private void finish() {
    done = true;
    wire.idleAbort();
  }
}
