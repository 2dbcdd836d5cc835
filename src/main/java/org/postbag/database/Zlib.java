package org.postbag.database;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// The zlib format (RFC 1950), with what is likely to occur in a value as its preset dictionary:
/// what the value has in common with the dictionary takes next to no room.
public final class Zlib {
  private static final int PART = 8 * 1024;

  private Zlib() {}

  /// The value in the format.
  ///
  /// @param dictionary of any length; only its last 32 KiB are used; empty for none
  public static byte[] compress(byte[] plain, byte[] dictionary) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      if (dictionary.length > 0) {
        deflater.setDictionary(dictionary);
      }
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] part = new byte[PART];
      while (!deflater.finished()) {
        bytes.write(part, 0, deflater.deflate(part));
      }
      return bytes.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /// The value as it was.
  ///
  /// @param dictionary what it was compressed with; not looked at where there was none
  /// @throws IllegalStateException when it is damaged, cut short, or needs another dictionary: the
  ///   format has a checksum of both
  public static byte[] decompress(byte[] compressed, byte[] dictionary) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(compressed);
      return all(inflater, dictionary);
    } catch (DataFormatException | IllegalArgumentException e) {
      throw new IllegalStateException("what is stored cannot be decompressed", e);
    } finally {
      inflater.end();
    }
  }

  private static byte[] all(Inflater inflater, byte[] dictionary) throws DataFormatException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] part = new byte[PART];
    while (!inflater.finished()) {
      int count = inflater.inflate(part);
      if (inflater.needsDictionary()) {
        inflater.setDictionary(dictionary);
      } else if (count == 0 && !inflater.finished()) {
        throw new DataFormatException("it ends too early");
      }
      bytes.write(part, 0, count);
    }
    return bytes.toByteArray();
  }
}
