package org.postbag.email.mime;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The MAPI properties of a message or an attachment, MS-OXTNEF §2.1.3.4, as far as they are read:
/// the long file name, and the body in its three forms (MS-OXPROPS).
///
/// @param body PidTagBody, plain text
/// @param html PidTagBodyHtml
/// @param rtf PidTagRtfCompressed, still compressed
record MapiProperties(
    Optional<String> longName, Optional<String> body, Optional<String> html, Optional<byte[]> rtf) {
  private static final int LONG_FILE_NAME = 0x3707;
  private static final int BODY = 0x1000;
  private static final int BODY_HTML = 0x1013;
  private static final int RTF_COMPRESSED = 0x1009;
  private static final int ANSI_STRING = 0x1E;
  private static final int UNICODE_STRING = 0x1F;
  private static final int OBJECT = 0x0D;
  private static final int BINARY = 0x102;
  private static final int MOST_PROPERTIES = 1_000;

  /// What breaks off counts as far as it goes.
  static MapiProperties in(ByteBuffer properties) {
    Found found = new Found();
    try {
      int count = Math.min(properties.getInt(), MOST_PROPERTIES);
      for (int at = 0; at < count; at++) {
        int type = properties.getShort() & 0xffff;
        int id = properties.getShort() & 0xffff;
        if (id >= 0x8000) {
          skipName(properties);
        }
        List<ByteBuffer> values = values(type, properties);
        if (!values.isEmpty()) {
          found.add(id, type, values.getFirst());
        }
      }
    } catch (BufferUnderflowException | ArithmeticException _) {
      // It breaks off here.
    }
    return new MapiProperties(found.longName, found.body, found.html, found.rtf);
  }

  private static final class Found {
    private Optional<String> longName = Optional.empty();
    private Optional<String> body = Optional.empty();
    private Optional<String> html = Optional.empty();
    private Optional<byte[]> rtf = Optional.empty();

    void add(int id, int type, ByteBuffer value) {
      switch (id) {
        case LONG_FILE_NAME -> longName = Optional.of(Tnef.string(value, charset(type)));
        case BODY -> body = Optional.of(Tnef.string(value, charset(type)));
        case BODY_HTML -> html = Optional.of(html(type, value));
        case RTF_COMPRESSED -> rtf = Optional.of(bytes(value));
        default -> {}
      }
    }
  }

  /// As bytes it is in the message's code page, or tells its charset itself.
  private static String html(int type, ByteBuffer value) {
    return type == BINARY ? RawText.decode(bytes(value), "") : Tnef.string(value, charset(type));
  }

  private static byte[] bytes(ByteBuffer value) {
    byte[] bytes = new byte[value.remaining()];
    value.get(bytes);
    return bytes;
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
        single == ANSI_STRING || single == UNICODE_STRING || single == OBJECT || single == BINARY;
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
    int padding = Math.min(padded(length) - length, in.remaining());
    Tnef.slice(in, padding);
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
