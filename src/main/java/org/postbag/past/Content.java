package org.postbag.past;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// The two texts of a letter as they are stored: in the zlib format (RFC 1950), the own text first,
/// then NUL and the whole body where that differs. Most of the body is in the own text, so the
/// second one costs next to nothing.
record Content(String ownText, String body) {
  static byte[] pack(String ownText, String body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
      deflater.write(ownText.getBytes(StandardCharsets.UTF_8));
      if (!body.equals(ownText)) {
        deflater.write(0);
        deflater.write(body.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
    return bytes.toByteArray();
  }

  static Content unpack(byte[] stored) {
    try (InflaterInputStream inflater = new InflaterInputStream(new ByteArrayInputStream(stored))) {
      String both = new String(inflater.readAllBytes(), StandardCharsets.UTF_8);
      int end = both.indexOf('\0');
      return end < 0
          ? new Content(both, both)
          : new Content(both.substring(0, end), both.substring(end + 1));
    } catch (IOException e) {
      throw new UncheckedIOException("a past letter's text that cannot be read", e);
    }
  }
}
