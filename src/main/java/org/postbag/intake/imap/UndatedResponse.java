package org.postbag.intake.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.iap.Protocol;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.FetchItem;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/// A response in which a letter may have no INTERNALDATE. RFC 9051 §7.5.2 allows no NIL there, and
/// Angus Mail refuses it; but some servers send it, and their letters are to be read all the same.
final class UndatedResponse extends IMAPResponse {
  private static final Pattern NIL = Pattern.compile("INTERNALDATE NIL", Pattern.CASE_INSENSITIVE);

  /// A listing without any text of a letter is shorter than this.
  private static final int LONGEST_LISTING = 1_000;

  UndatedResponse(Protocol protocol) throws IOException, ProtocolException {
    super(protocol);
  }

  /// The same as Angus Mail would give it, without the item that it cannot read.
  Response parsed(FetchItem[] items, Protocol protocol) throws IOException, ProtocolException {
    if (!keyEquals("FETCH")) {
      return this;
    }
    blankNil();
    return new FetchResponse(this, items, protocol);
  }

  private void blankNil() {
    if (size <= LONGEST_LISTING) {
      String line = new String(buffer, 0, size, StandardCharsets.ISO_8859_1);
      Matcher nil = NIL.matcher(line);
      // Where there is a string, quoted or literal, the words may be those of a letter.
      if (nil.find() && line.indexOf('"') < 0 && line.indexOf('{') < 0) {
        Arrays.fill(buffer, nil.start(), nil.end(), (byte) ' ');
      }
    }
  }
}
