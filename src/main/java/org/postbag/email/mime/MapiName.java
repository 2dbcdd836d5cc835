package org.postbag.email.mime;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The long file name among an attachment's MAPI properties, MS-OXTNEF §2.1.3.4.
final class MapiName {
  private static final int LONG_FILE_NAME = 0x3707;
  private static final int ANSI_STRING = 0x1E;
  private static final int UNICODE_STRING = 0x1F;
  private static final int MOST_PROPERTIES = 1_000;

  private MapiName() {}

  static Optional<String> in(ByteBuffer properties) {
    int count = Math.min(properties.getInt(), MOST_PROPERTIES);
    for (int at = 0; at < count; at++) {
      int type = properties.getShort() & 0xffff;
      int id = properties.getShort() & 0xffff;
      if (id >= 0x8000) {
        skipName(properties);
      }
      List<ByteBuffer> values = values(type, properties);
      if (id == LONG_FILE_NAME && !values.isEmpty()) {
        return Optional.of(Tnef.string(values.getFirst(), charset(type)));
      }
    }
    return Optional.empty();
  }

  private static Charset charset(int type) {
    return type == UNICODE_STRING ? StandardCharsets.UTF_16LE : Tnef.ANSI;
  }

  /// A named property carries its GUID and a number or a name.
  private static void skipName(ByteBuffer in) {
    Tnef.slice(in, 16);
    boolean numbered = in.getInt() == 0;
    Tnef.slice(in, numbered ? 4 : padded(in.getInt()));
  }

  private static List<ByteBuffer> values(int type, ByteBuffer in) {
    int single = type & 0x0fff;
    boolean variable =
        single == ANSI_STRING || single == UNICODE_STRING || single == 0x0D || single == 0x102;
    int count = variable || type != single ? in.getInt() : 1;
    List<ByteBuffer> values = new ArrayList<>();
    for (int at = 0; at < Math.min(count, MOST_PROPERTIES); at++) {
      values.add(variable ? variableValue(in) : Tnef.slice(in, width(single)));
    }
    return values;
  }

  private static ByteBuffer variableValue(ByteBuffer in) {
    int length = in.getInt();
    ByteBuffer value = Tnef.slice(in, length);
    Tnef.slice(in, padded(length) - length);
    return value;
  }

  private static int padded(int length) {
    return Math.toIntExact((length + 3L) / 4 * 4);
  }

  private static int width(int type) {
    return switch (type) {
      case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
      case 0x48 -> 16;
      default -> 4;
    };
  }
}
