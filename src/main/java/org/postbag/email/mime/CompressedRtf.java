package org.postbag.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Compressed RTF, MS-OXRTFCP: a dictionary of 4096 bytes that begins with common words of RTF.
final class CompressedRtf {
  private static final int COMPRESSED = 0x75465A4C;
  private static final int UNCOMPRESSED = 0x414C454D;
  private static final int HEADER = 16;
  private static final int DICTIONARY = 4096;
  private static final int MOST = 4 * 1024 * 1024;

  /// §2.1.2.1.
  private static final byte[] PRELOADED =
      ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
              + "\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n"
              + "\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
          .getBytes(StandardCharsets.US_ASCII);

  private CompressedRtf() {}

  /// What breaks off is read as far as it goes.
  static Optional<byte[]> decompress(byte[] bytes) {
    if (bytes.length < HEADER) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int type = in.getInt(8);
    in.position(HEADER);
    return switch (type) {
      case UNCOMPRESSED -> Optional.of(java.util.Arrays.copyOfRange(bytes, HEADER, bytes.length));
      case COMPRESSED -> Optional.of(decompress(in));
      default -> Optional.empty();
    };
  }

  /// §2.2.2: a control byte, then eight literals or references, of twelve bits of offset and four
  /// of length, high byte first.
  private static byte[] decompress(ByteBuffer in) {
    byte[] dictionary = new byte[DICTIONARY];
    System.arraycopy(PRELOADED, 0, dictionary, 0, PRELOADED.length);
    int write = PRELOADED.length;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (in.hasRemaining() && out.size() < MOST) {
      int control = in.get();
      for (int bit = 0; bit < 8; bit++) {
        boolean reference = ((control >> bit) & 1) == 1;
        if (in.remaining() < (reference ? 2 : 1)) {
          return out.toByteArray();
        }
        int token = reference ? ((in.get() & 0xff) << 8) | (in.get() & 0xff) : 0;
        int offset = token >> 4;
        if (reference && offset == write) {
          return out.toByteArray();
        }
        int length = reference ? (token & 0xf) + 2 : 1;
        for (int i = 0; i < length; i++) {
          byte next = reference ? dictionary[(offset + i) % DICTIONARY] : in.get();
          out.write(next);
          dictionary[write] = next;
          write = (write + 1) % DICTIONARY;
        }
      }
    }
    return out.toByteArray();
  }
}
