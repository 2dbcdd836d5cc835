package org.postbag.email.attached;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Ends the reading of a stream that gives more than its limit.
final class BoundedStream extends FilterInputStream {
  private long room;

  BoundedStream(InputStream in, long limit) {
    super(in);
    this.room = limit;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    spend(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int n = super.read(buffer, from, length);
    spend(Math.max(0, n));
    return n;
  }

  @Override
  public void close() {
    // The zip goes on behind this entry.
  }

  private void spend(int bytes) throws TooMuchException {
    room -= bytes;
    if (room < 0) {
      throw new TooMuchException("it unpacks to more than is read");
    }
  }
}
