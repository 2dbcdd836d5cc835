package org.postbag.intake.imap;

import jakarta.mail.Flags;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.Literal;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.postbag.email.MessageId;

/// The folder in which copies of sent letters stand: the one that the settings name; where that
/// does not exist, the one that the server marks as such (RFC 6154).
final class SentFolder {
  private final ImapSession session;
  private final String name;

  private SentFolder(ImapSession session, String name) {
    this.session = session;
    this.name = name;
  }

  static SentFolder of(ImapSession session, String configured) throws MailboxUnavailable {
    try {
      ListInfo[] named = session.wire().list("", configured);
      if (named == null || named.length == 0) {
        ListInfo[] all = session.wire().list("", "*");
        return new SentFolder(session, all == null ? configured : marked(all, configured));
      }
      return new SentFolder(session, configured);
    } catch (ProtocolException e) {
      throw ImapSession.broken(e);
    }
  }

  private static String marked(ListInfo[] folders, String otherwise) {
    return Arrays.stream(folders)
        .filter(folder -> Arrays.stream(folder.attrs).anyMatch("\\Sent"::equalsIgnoreCase))
        .map(folder -> folder.name)
        .findFirst()
        .orElse(otherwise);
  }

  /// Whether a letter with that Message-ID stands there; false without the folder.
  boolean holds(MessageId id) throws MailboxUnavailable {
    return holds("Message-ID", id.value());
  }

  /// Whether a letter with that in a header field stands there; false without the folder.
  boolean holds(String field, String value) throws MailboxUnavailable {
    Argument arguments = new Argument();
    arguments.writeAtom("HEADER");
    arguments.writeAtom(field);
    arguments.writeString(value);
    return !search(arguments).isEmpty();
  }

  /// The UIDs of the letters that fit, the oldest first; none without the folder.
  List<Long> search(Argument what) throws MailboxUnavailable {
    try {
      session.wire().examine(name);
    } catch (CommandFailedException _) {
      return List.of();
    } catch (ProtocolException e) {
      throw ImapSession.broken(e);
    }
    String trouble = "the folder " + name + " cannot be searched";
    return Arrays.stream(session.run("UID SEARCH", what, trouble))
        .flatMap(SentFolder::uids)
        .toList();
  }

  private static Stream<Long> uids(Response answer) {
    return answer instanceof IMAPResponse data && data.keyEquals("SEARCH")
        ? LongStream.generate(data::readLong).takeWhile(uid -> uid > 0).boxed()
        : Stream.empty();
  }

  /// Files a copy that counts as read; makes the folder if need be (RFC 9051 §6.3.12, TRYCREATE).
  void append(byte[] rfc822) throws MailboxUnavailable {
    try {
      tryAppend(rfc822);
    } catch (ProtocolException e) {
      throw ImapSession.broken(e);
    }
  }

  private void tryAppend(byte[] rfc822) throws ProtocolException, MailboxUnavailable {
    try {
      put(rfc822);
    } catch (CommandFailedException e) {
      if (!e.getResponse().getRest().contains("[TRYCREATE]")) {
        throw ResponseCodes.command("no copy can be put into " + name, e.getResponse().getRest());
      }
      session.wire().create(name);
      put(rfc822);
    }
  }

  private void put(byte[] rfc822) throws ProtocolException {
    session.wire().append(name, new Flags(Flags.Flag.SEEN), null, new Octets(rfc822));
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Octets(byte[] rfc822) implements Literal {
    @Override
    public int size() {
      return rfc822.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(rfc822);
    }
  }
}
