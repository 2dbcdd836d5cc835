package org.postbag.sending;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What a client says to the sink: commands, and letters.
final class SinkInput {
  private final InputStream in;

  SinkInput(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /// A letter up to its final dot. Only CRLF ends a line, RFC 5321 §2.3.8.
  ///
  /// @param dropInData the link is dropped behind so many bytes; -1: not
  /// @param dropInDot the same for the line of the final dot
  String letter(int dropInData, int dropInDot) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int count = 1; ; count++) {
      line.write(next());
      boolean onlyDot = line.toString(StandardCharsets.UTF_8).matches("\\.\r?");
      if ((onlyDot && line.size() == Math.max(1, dropInDot) && dropInDot >= 0)
          || dropInData == count) {
        throw new IOException("dropped");
      }
      byte[] bytes = line.toByteArray();
      if (bytes.length > 1 && bytes[bytes.length - 2] == '\r' && bytes[bytes.length - 1] == '\n') {
        String text = line.toString(StandardCharsets.UTF_8);
        if (text.equals(".\r\n")) {
          return all.toString(StandardCharsets.UTF_8);
        }
        all.write(bytes, bytes[0] == '.' ? 1 : 0, bytes.length - (bytes[0] == '.' ? 1 : 0));
        line.reset();
      }
    }
  }

  private int next() throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new IOException("the client has left");
    }
    return b;
  }

  /// A command without its line end; null at the end of what is said.
  @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
