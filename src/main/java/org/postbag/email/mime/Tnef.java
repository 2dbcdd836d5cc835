package org.postbag.email.mime;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What Outlook packs into `winmail.dat` (MS-OXTNEF): the names of the files in it, and the letter
/// as plain text, as HTML or in RTF, whichever there is.
///
/// @param text plain text, also what the RTF says; empty when there is none
/// @param html empty when there is none
/// @param files in their order
public record Tnef(String text, String html, List<File> files) {
  /// A file within: its name without any path, its size in bytes.
  public record File(String name, int size) {}

  private static final int SIGNATURE = 0x223E9F78;
  private static final int BODY = 0x0002800C;
  private static final int TITLE = 0x00018010;
  private static final int ATTACHMENT = 0x00069005;
  private static final int MESSAGE = 0x00069003;
  private static final int DATA = 0x0006800F;
  private static final int RENDERING = 0x00069002;
  private static final int MOST_FILES = 200;
  static final Charset ANSI = Charset.forName("windows-1252");

  public Tnef {
    files = List.copyOf(files);
  }

  /// What is in there; empty when the bytes are no TNEF. What breaks off counts as far as it goes.
  public static Optional<Tnef> read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (in.remaining() < 6 || in.getInt() != SIGNATURE) {
      return Optional.empty();
    }
    in.getShort();
    Reading reading = new Reading();
    try {
      while (in.remaining() > 9 && reading.files.size() < MOST_FILES) {
        reading.attribute(in);
      }
    } catch (BufferUnderflowException | ArithmeticException _) {
      // It breaks off here.
    }
    reading.endFile();
    return Optional.of(new Tnef(reading.text, reading.html, reading.files));
  }

  private static final class Reading {
    private final List<File> files = new ArrayList<>();
    private String text = "";
    private String html = "";
    private String title = "";
    private int size;

    /// MS-OXTNEF §2.1.3.2: level, name, length, value, checksum.
    void attribute(ByteBuffer in) {
      in.get();
      int name = in.getInt();
      ByteBuffer value = slice(in, in.getInt());
      in.getShort();
      switch (name) {
        case RENDERING -> endFile();
        case TITLE -> title = title.isEmpty() ? string(value, ANSI) : title;
        case ATTACHMENT ->
            MapiProperties.in(value).longName().ifPresent(longName -> title = longName);
        case MESSAGE -> message(MapiProperties.in(value));
        case DATA -> size = value.remaining();
        case BODY -> text = string(value, ANSI);
        default -> {}
      }
    }

    private void message(MapiProperties properties) {
      html = properties.html().orElse("");
      text =
          properties
              .body()
              .filter(body -> !body.isBlank())
              .or(() -> properties.rtf().flatMap(CompressedRtf::decompress).map(RtfText::of))
              .orElse(text);
    }

    /// §2.1.3.3.13: each file begins with its rendering data.
    void endFile() {
      String safe = FileNames.safe(title);
      if (!safe.isEmpty()) {
        files.add(new File(safe, size));
      }
      title = "";
      size = 0;
    }
  }

  static ByteBuffer slice(ByteBuffer in, int length) {
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer value = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    in.position(in.position() + length);
    return value;
  }

  static String string(ByteBuffer value, Charset charset) {
    String text = charset.decode(value).toString();
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }
}
