package org.postbag.intake.imap;

import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.util.Properties;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Angus Mail's protocol over a socket of ours: no cache of messages by sequence number stands in
/// between, so that an EXPUNGE can shift nothing, and what makes no sense ends the connection
/// instead of being skipped.
final class ImapWire extends IMAPProtocol {
  private static final Logger log = LoggerFactory.getLogger(ImapWire.class);

  private final Socket socket;
  private final LiteralGuard input;
  private long arrivals;

  private ImapWire(Socket socket, LiteralGuard input) throws IOException {
    super(input, new PrintStream(socket.getOutputStream(), false), new Properties(), false);
    this.socket = socket;
    this.input = input;
  }

  /// Speaks over that socket, and lets in literals of at most `limit` octets.
  static ImapWire over(Socket socket, long limit) throws IOException {
    return new ImapWire(socket, new LiteralGuard(socket.getInputStream(), limit));
  }

  /// Its superclass skips a response that it cannot parse; but then the octets that follow, which a
  /// stranger wrote, would be taken for the server's answers.
  @Override
  public Response readResponse() throws IOException {
    try {
      Response response = new UndatedResponse(this).parsed(getFetchItems(), this);
      if (response instanceof IMAPResponse data && data.keyEquals("EXISTS")) {
        arrivals++;
      }
      showAlert(response);
      return response;
    } catch (ProtocolException e) {
      throw new IOException("the server's answer makes no sense", e);
    } catch (RuntimeException e) {
      throw new IOException("the server's answer cannot be read", e);
    }
  }

  /// RFC 9051 §7.1: the text of an ALERT must be shown.
  private static void showAlert(Response response) {
    if (response.isUnTagged() && (response.isOK() || response.isNO())) {
      String text = response.getRest();
      if (text.startsWith("[ALERT]")) {
        log.warn("The mail server asks to be heard: {}", ResponseCodes.words(text));
      }
      response.reset();
    }
  }

  Socket socket() {
    return socket;
  }

  /// How often the server has said that letters came (RFC 9051 §7.4.1). It may do so in the answer
  /// to any command, and says it once.
  long arrivals() {
    return arrivals;
  }

  /// Whether no line is half read.
  boolean isBetweenLines() {
    return input.atLineStart();
  }

  /// All octets that the server sent on this connection.
  long received() {
    return input.total();
  }

  /// Closes the socket, whatever is being read from it.
  void hangUp() {
    try {
      socket.close();
    } catch (IOException _) {
      // It is given up anyway.
    }
  }
}
