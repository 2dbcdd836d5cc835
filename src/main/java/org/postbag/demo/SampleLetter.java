package org.postbag.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/// A letter of the sample mailbox.
///
/// @param name its place below `sample-mailbox/`, or `made/` and a number
/// @param bytes the message with CRLF line ends, RFC 5322 §2.3; not copied, not to be changed
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement; letters are never compared
public record SampleLetter(String name, byte[] bytes) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Pattern DATE_FIELD = Pattern.compile("(?m)^Date: [^\r]*");
  private static final Pattern END_OF_HEADER = Pattern.compile("\r\n\r\n");

  /// The letter in a file with any line ends.
  static SampleLetter of(String name, byte[] file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + file.length / 40);
    for (byte b : file) {
      if (b == '\n') {
        out.write('\r');
      }
      if (b != '\r') {
        out.write(b);
      }
    }
    return new SampleLetter(name, out.toByteArray());
  }

  /// The folder it lies in, which names what it shows.
  public String group() {
    return name.substring(0, name.indexOf('/'));
  }

  /// The same letter, written at `time`; one without a Date field stays without.
  SampleLetter writtenAt(Instant time) {
    // ISO-8859-1 maps every byte to one character and back: no other byte changes.
    String message = new String(bytes, StandardCharsets.ISO_8859_1);
    String[] parts = END_OF_HEADER.split(message, 2);
    String header = DATE_FIELD.matcher(parts[0]).replaceFirst("Date: " + DATE.format(time));
    String dated = header + message.substring(parts[0].length());
    return new SampleLetter(name, dated.getBytes(StandardCharsets.ISO_8859_1));
  }
}
