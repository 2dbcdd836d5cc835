package org.postbag.sending.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Reads a server's answers, RFC 5321 §4.2.1; bounded, and strict about their form, because what is
/// not understood must not pass for a yes.
final class SmtpReplyReader {
  private static final int LONGEST_LINE = 2_000;
  private static final int LONGEST_REPLY = 64_000;
  private static final Pattern FORM = Pattern.compile("[2-5]\\d\\d([ -].*)?");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private SmtpReplyReader() {}

  /// The next answer, all of its lines.
  ///
  /// @throws Lost when there is none, or none that makes sense
  static SmtpReply read(InputStream in) throws IOException {
    StringBuilder words = new StringBuilder();
    String line = line(in);
    int code = code(line);
    for (; line.length() > 3 && line.charAt(3) == '-'; line = line(in)) {
      append(words, line);
      if (words.length() > LONGEST_REPLY) {
        throw new ConnectionLost("an answer without end");
      }
    }
    if (code(line) != code) {
      throw new ConnectionLost("an answer of two minds: " + code + " and " + code(line));
    }
    append(words, line);
    return new SmtpReply(code, words.toString().strip());
  }

  private static void append(StringBuilder words, String line) {
    words.append(words.isEmpty() ? "" : "\n").append(line.substring(Math.min(4, line.length())));
  }

  private static int code(String line) throws ConnectionLost {
    if (!FORM.matcher(line).matches()) {
      throw new ConnectionLost("no SMTP answer: " + line.substring(0, Math.min(60, line.length())));
    }
    return Integer.parseInt(line.substring(0, 3));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new ConnectionLost("the server closed the connection");
      }
      if (line.size() > LONGEST_LINE) {
        throw new ConnectionLost("a line without end");
      }
      line.write(next);
    }
    return CONTROL.matcher(line.toString(StandardCharsets.UTF_8)).replaceAll("");
  }
}
