package org.postbag.past;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// An mbox file (RFC 4155): letters one behind the other, each below a line that begins with `From
/// ` and stands at the beginning or behind an empty line. A line of a letter that begins like that
/// has a `>` before it, which is taken away again.
///
/// A file that has grown is read on from its place; of one that begins differently, all is read.
final class MboxFile implements FileLetters {
  private static final int BEGINNING = 512;
  private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern ASCTIME =
      Pattern.compile("(\\w{3}) +(\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d) (\\d{4})");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMM d HH:mm:ss uuuu", Locale.ENGLISH);

  private final Path file;
  private final InputStream in;
  private final long size;
  private long place;
  private byte[] separator = {};

  MboxFile(Path file) throws IOException {
    this.file = file;
    this.size = Files.size(file);
    this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  /// Whether it looks like one.
  static boolean is(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(FROM.length), FROM);
    }
  }

  @Override
  public long epoch() {
    CRC32 sum = new CRC32();
    try (InputStream beginning = Files.newInputStream(file)) {
      sum.update(beginning.readNBytes(BEGINNING));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sum.getValue();
  }

  @Override
  public long end() {
    return size;
  }

  @Override
  public void skipTo(long behind) throws IOException {
    in.skipNBytes(behind);
    place = behind;
    separator = new byte[0];
  }

  @Override
  public @Nullable Found next() throws IOException {
    while (!begins(separator)) {
      byte[] line = line();
      if (line.length == 0) {
        return null;
      }
      separator = line;
    }
    Instant received = received(separator);
    separator = new byte[0];
    return new Found(letter(), received, place - separator.length);
  }

  /// Up to the next line that begins a letter, which stays in `separator`.
  private byte[] letter() throws IOException {
    ByteArrayOutputStream letter = new ByteArrayOutputStream();
    boolean afterEmpty = false;
    for (byte[] line = line(); line.length > 0; line = line()) {
      if (afterEmpty && begins(line)) {
        separator = line;
        break;
      }
      afterEmpty = line[0] == '\n' || line[0] == '\r';
      int quoted = isQuoted(line) ? 1 : 0;
      int room = Math.min(line.length - quoted, MOST_OCTETS - letter.size());
      letter.write(line, quoted, Math.max(0, room));
    }
    return letter.toByteArray();
  }

  /// The next line with its end; empty at the end of the file. A longer line than a letter may be
  /// comes in parts.
  private byte[] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      line.write(octet);
      if (octet == '\n' || line.size() >= MOST_OCTETS) {
        break;
      }
    }
    place += line.size();
    return line.toByteArray();
  }

  private static boolean begins(byte[] line) {
    return startsWith(line, 0);
  }

  private static boolean isQuoted(byte[] line) {
    int marks = 0;
    while (marks < line.length && line[marks] == '>') {
      marks++;
    }
    return marks > 0 && startsWith(line, marks);
  }

  private static boolean startsWith(byte[] line, int at) {
    return line.length >= at + FROM.length
        && Arrays.equals(line, at, at + FROM.length, FROM, 0, FROM.length);
  }

  /// The time in the line above a letter, in UTC; of the file, where there is none.
  private Instant received(byte[] line) throws IOException {
    Matcher time = ASCTIME.matcher(new String(line, StandardCharsets.ISO_8859_1));
    if (time.find()) {
      String text = String.join(" ", time.group(1), time.group(2), time.group(3), time.group(4));
      try {
        return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
      } catch (DateTimeException _) {
        // Not a date after all.
      }
    }
    return Files.getLastModifiedTime(file).toInstant();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
