package org.postbag.email.mime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/// Takes a message apart into its [Part]s with mime4j's stream parser, within limits of our own:
/// what lies beyond one is left out and named in the problems.
public final class MimeParts {
  static final int MAX_DEPTH = 30;
  static final int MAX_PARTS = 2_000;
  static final int MAX_FIELD_BYTES = 128 * 1024;
  static final int MAX_BODY_BYTES = 4 * 1024 * 1024;
  static final int MAX_PICTURE_BYTES = 32 * 1024 * 1024;

  private static final MimeConfig LENIENT =
      new MimeConfig.Builder()
          .setMalformedHeaderStartsBody(true)
          .setMaxLineLen(-1)
          .setMaxHeaderLen(-1)
          .setMaxHeaderCount(-1)
          .setMaxContentLen(-1)
          .build();

  private final MimeTokenStream stream = new MimeTokenStream(LENIENT);
  private final Deque<Part> open = new ArrayDeque<>();
  private final List<String> problems;
  private Part root = new Part();
  private int parts;
  private long keptBytes;
  private long documentBytes;
  private final boolean pictures;
  private long pictureBytes;

  private MimeParts(List<String> problems, boolean pictures) {
    this.problems = problems;
    this.pictures = pictures;
  }

  /// The same as [#read], with the bodies of pictures as well.
  public static Part readWithPictures(byte[] rfc822) {
    return read(rfc822, new ArrayList<>(), true);
  }

  /// The message in `rfc822` as its root part; what was wrong is added to `problems`.
  public static Part read(byte[] rfc822, List<String> problems) {
    return read(rfc822, problems, false);
  }

  private static Part read(byte[] rfc822, List<String> problems, boolean pictures) {
    MimeParts reading = new MimeParts(problems, pictures);
    try {
      reading.walk(LineEnds.normalised(rfc822));
    } catch (IOException | MimeException | RuntimeException broken) {
      problems.add("the structure breaks off: " + broken.getClass().getSimpleName());
    }
    return reading.root;
  }

  private void walk(byte[] bytes) throws IOException, MimeException {
    stream.parse(new ByteArrayInputStream(bytes));
    EntityState state = stream.getState();
    while (state != EntityState.T_END_OF_STREAM && parts <= MAX_PARTS) {
      step(state);
      state = stream.next();
    }
    if (parts > MAX_PARTS) {
      problems.add("more than " + MAX_PARTS + " parts: the rest is left out");
    }
  }

  private void step(EntityState state) throws IOException {
    switch (state) {
      case T_START_MESSAGE, T_START_BODYPART -> begin();
      case T_FIELD -> field(stream.getField());
      case T_BODY -> body();
      case T_END_MESSAGE, T_END_BODYPART -> end();
      case T_START_HEADER,
          T_END_HEADER,
          T_START_MULTIPART,
          T_END_MULTIPART,
          T_PREAMBLE,
          T_EPILOGUE,
          T_RAW_ENTITY,
          T_END_OF_STREAM -> {}
    }
  }

  private void begin() {
    Part part = new Part();
    Part parent = open.peek();
    if (parent == null) {
      root = part;
    } else {
      parent.add(part);
    }
    open.push(part);
    parts++;
    limitDepth();
  }

  private void end() {
    open.poll();
    limitDepth();
  }

  private void limitDepth() {
    boolean deep = open.size() >= MAX_DEPTH;
    if (deep && stream.getRecursionMode() == RecursionMode.M_RECURSE) {
      problems.add("nested deeper than " + MAX_DEPTH + " parts: the inner ones are not read");
    }
    stream.setRecursionMode(deep ? RecursionMode.M_FLAT : RecursionMode.M_RECURSE);
  }

  private void field(Field field) {
    Part part = open.peek();
    if (part == null) {
      return;
    }
    byte[] raw = field.getRaw().toByteArray();
    int length = Math.min(raw.length, MAX_FIELD_BYTES);
    if (length < raw.length) {
      problems.add("header field " + field.getName() + " is cut at " + MAX_FIELD_BYTES + " bytes");
    }
    String text = new String(raw, 0, length, StandardCharsets.ISO_8859_1);
    int colon = text.indexOf(':');
    part.add(new RawField(field.getName().strip(), LineEnds.unfolded(text.substring(colon + 1))));
  }

  private void body() throws IOException {
    Part part = open.peek();
    if (part == null) {
      return;
    }
    boolean lenient = isBase64(part) && part.mediaType().startsWith("text/");
    try (InputStream in = lenient ? stream.getInputStream() : stream.getDecodedInputStream()) {
      read(part, in);
    }
    if (lenient) {
      byte[] decoded = Base64Body.decode(part.body());
      part.body(decoded, decoded.length);
    }
  }

  private static boolean isBase64(Part part) {
    return part.field("Content-Transfer-Encoding")
        .filter(field -> field.bytes().strip().equalsIgnoreCase("base64"))
        .isPresent();
  }

  private void read(Part part, InputStream decoded) throws IOException {
    if (pictures && part.mediaType().startsWith("image/")) {
      keepPicture(part, decoded);
    } else {
      keep(part, decoded);
    }
  }

  private void keepPicture(Part part, InputStream decoded) throws IOException {
    int room = (int) (MAX_PICTURE_BYTES - pictureBytes);
    byte[] kept = decoded.readNBytes(Math.max(0, room));
    pictureBytes += kept.length;
    part.body(kept, kept.length + decoded.transferTo(OutputStream.nullOutputStream()));
  }

  private void keep(Part part, InputStream decoded) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    long size = 0;
    boolean document = part.isPdf() || part.isDocx();
    long before = document ? documentBytes : keptBytes;
    long room = document || isKept(part) ? Math.max(0, 2L * MAX_BODY_BYTES - before) : 0;
    room = Math.min(room, MAX_BODY_BYTES);
    for (int n = decoded.read(buffer); n >= 0; n = decoded.read(buffer)) {
      kept.write(buffer, 0, (int) Math.min(n, room - kept.size()));
      size += n;
    }
    if (room > 0 && size > room && !document) {
      problems.add(part.mediaType() + " part: cut at " + room + " of " + size + " bytes");
    }
    if (document) {
      documentBytes += kept.size();
    } else {
      keptBytes += kept.size();
    }
    part.body(kept.toByteArray(), size);
  }

  private static boolean isKept(Part part) {
    String mediaType = part.mediaType();
    return part.isSmime()
        || mediaType.startsWith("text/")
        || mediaType.startsWith("message/")
        || mediaType.startsWith("multipart/")
        || mediaType.startsWith("application/xhtml")
        || mediaType.contains("ms-tnef");
  }
}
