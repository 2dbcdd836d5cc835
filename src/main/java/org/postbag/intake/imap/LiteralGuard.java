package org.postbag.intake.imap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.concurrent.atomic.AtomicLong;

/// Looks at what a server announces before anybody makes room for it: a literal (RFC 9051 §4.3)
/// larger than the limit, or one without a sensible length, ends the connection. So does a line
/// without end. The octets of a literal themselves pass unseen.
final class LiteralGuard extends FilterInputStream {
  private static final int LONGEST_LINE = 4 * 1024 * 1024;
  private static final int MOST_DIGITS = 10;

  private final long limit;
  private final StringBuilder announced = new StringBuilder();
  private boolean inBraces;
  private boolean braced;
  private long literalLeft;
  private int lineLength;
  private final AtomicLong total = new AtomicLong();

  LiteralGuard(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  /// Whether the last octet that came ended a line.
  boolean atLineStart() {
    return lineLength == 0 && literalLeft == 0;
  }

  /// All octets that came.
  long total() {
    return total.get();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    total.addAndGet(Math.max(count, 0));
    for (int at = 0; at < count; ) {
      int skipped = (int) Math.min(literalLeft, count - at);
      literalLeft -= skipped;
      at += skipped;
      if (at < count) {
        look(buffer[offset + at]);
        at++;
      }
    }
    return count;
  }

  private void look(byte octet) throws ProtocolException {
    if (++lineLength > LONGEST_LINE) {
      throw new ProtocolException("a line of more than " + LONGEST_LINE + " octets");
    }
    switch (octet) {
      case '{' -> openBrace();
      case '}' -> closeBrace();
      case '\r' -> {}
      case '\n' -> endLine();
      default -> inside(octet);
    }
  }

  private void openBrace() {
    inBraces = true;
    braced = false;
    announced.setLength(0);
  }

  private void closeBrace() {
    braced = inBraces;
    inBraces = false;
  }

  private void inside(byte octet) {
    braced = false;
    if (inBraces && announced.length() <= MOST_DIGITS) {
      announced.append((char) octet);
    }
  }

  private void endLine() throws ProtocolException {
    lineLength = 0;
    if (braced && announced.toString().matches("-?\\d+\\+?")) {
      literalLeft = length();
    }
    braced = false;
    inBraces = false;
  }

  private long length() throws ProtocolException {
    long length = Long.parseLong(announced.toString().replace("+", ""));
    if (length < 0 || length > limit) {
      throw new ProtocolException("a literal of " + length + " octets, more than " + limit);
    }
    return length;
  }
}
