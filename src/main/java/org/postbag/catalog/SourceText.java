package org.postbag.catalog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// A configuration file's text, decoded as UTF-8, and the SHA-256 of its bytes in hex.
///
/// A file in another encoding is reported and then read as windows-1252, so that its other mistakes
/// can be named in the same run.
record SourceText(String text, String hash) {
  /// A configuration file is written by hand: what is larger than this, in bytes, is none.
  static final int MAX_BYTES = 1 << 20;

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\t\n\r\u0085]]");
  private static final int MOST_NAMED = 5;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /// Empty when the file cannot be read at all; the mistake is noted then.
  static Optional<SourceText> read(Path path, Mistakes mistakes) {
    try {
      return Files.size(path) > MAX_BYTES
          ? tooLarge(mistakes)
          : of(Files.readAllBytes(path), mistakes);
    } catch (IOException unreadable) {
      mistakes.error(
          0,
          "cannot be read (" + unreadable.getClass().getSimpleName() + ")",
          "check that it exists and that Postbag's user may read it");
      return Optional.empty();
    }
  }

  /// The same for what such a file would hold.
  static Optional<SourceText> of(byte[] bytes, Mistakes mistakes) {
    if (bytes.length > MAX_BYTES) {
      return tooLarge(mistakes);
    }
    String text = withoutControls(decode(bytes, mistakes), mistakes);
    return Optional.of(new SourceText(text, sha256(bytes)));
  }

  private static Optional<SourceText> tooLarge(Mistakes mistakes) {
    mistakes.error(0, "is larger than 1 MiB", "move what is not configuration elsewhere");
    return Optional.empty();
  }

  private static String decode(byte[] bytes, Mistakes mistakes) {
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      mistakes.error(1, "is not UTF-8 but UTF-16", "save it with the encoding UTF-8");
      return new String(bytes, StandardCharsets.UTF_16).replace("" + BYTE_ORDER_MARK, "");
    }
    CharBuffer decoded = CharBuffer.allocate(bytes.length);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CoderResult end = StandardCharsets.UTF_8.newDecoder().decode(input, decoded, true);
    if (end.isError()) {
      mistakes.error(
          1 + newlinesBefore(bytes, input.position()),
          "holds a character that is not UTF-8",
          "save the file with the encoding UTF-8");
      return new String(bytes, Charset.forName("windows-1252"));
    }
    String text = decoded.flip().toString();
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  /// Half-written files hold them, and programs that are no editors; blanks in their place let the
  /// other mistakes be found.
  private static String withoutControls(String text, Mistakes mistakes) {
    if (CONTROL.matcher(text).results().findAny().isEmpty()) {
      return text;
    }
    CONTROL
        .matcher(text)
        .results()
        .limit(MOST_NAMED)
        .forEach(
            found -> name(text.substring(0, found.start()), found.group().charAt(0), mistakes));
    return CONTROL.matcher(text).replaceAll(" ");
  }

  private static void name(String before, char control, Mistakes mistakes) {
    mistakes.error(
        1 + (int) before.chars().filter(c -> c == '\n').count(),
        "byte %d is %s, which no text holds"
            .formatted(
                before.getBytes(StandardCharsets.UTF_8).length + 1,
                control == 0 ? "a NUL" : "the control character " + (int) control),
        "write the line anew, or take a backup of the file");
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static int newlinesBefore(byte[] bytes, int end) {
    int count = 0;
    for (int i = 0; i < end; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  /// SHA-256 in hex.
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
