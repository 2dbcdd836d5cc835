package org.postbag.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// RFC 2047 encoded words, read leniently: words that stand against other text, blanks inside, a
/// character split over two words, missing padding. One pass over the text.
public final class HeaderWords {
  private static final int MAX_WORD = 16_384;

  /// One encoded word: its charset label, its bytes, and the place behind it.
  private record Word(String charset, ByteBuffer bytes, int end) {}

  private final String text;
  private final StringBuilder out = new StringBuilder();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private String pendingCharset = "";

  private HeaderWords(String text) {
    this.text = text;
  }

  /// `text` with its encoded words decoded, on one line, without control characters.
  public static String decode(String text) {
    return OneLine.of(text.contains("=?") ? new HeaderWords(text).decoded() : text);
  }

  private String decoded() {
    int at = 0;
    for (int start = next(at); start >= 0; start = next(start)) {
      Optional<Word> word = word(start);
      if (word.isEmpty()) {
        int skipped = start + 2;
        flushBefore(at, skipped);
        at = skipped;
        start = skipped;
      } else {
        boolean follows = pending.size() > 0 && text.substring(at, start).isBlank();
        if (!follows) {
          flushBefore(at, start);
        }
        append(word.get());
        at = word.get().end();
        start = at;
      }
    }
    flushBefore(at, text.length());
    return out.toString();
  }

  private int next(int from) {
    return from > text.length() ? -1 : text.indexOf("=?", from);
  }

  private void append(Word word) {
    if (!word.charset().equalsIgnoreCase(pendingCharset)) {
      flush();
      pendingCharset = word.charset();
    }
    pending.writeBytes(word.bytes().array());
  }

  private void flushBefore(int from, int to) {
    flush();
    out.append(text, from, to);
  }

  private void flush() {
    if (pending.size() > 0) {
      out.append(RawText.decode(pending.toByteArray(), pendingCharset));
      pending.reset();
    }
    pendingCharset = "";
  }

  /// The encoded word that begins at `start`: `=?charset[*language]?encoding?text?=`.
  private Optional<Word> word(int start) {
    int charsetEnd = token(start + 2);
    if (charsetEnd < 0 || charsetEnd + 2 >= text.length() || text.charAt(charsetEnd + 2) != '?') {
      return Optional.empty();
    }
    char encoding = Character.toLowerCase(text.charAt(charsetEnd + 1));
    int end = end(charsetEnd + 3);
    if (end < 0 || (encoding != 'q' && encoding != 'b')) {
      return Optional.empty();
    }
    String label = text.substring(start + 2, charsetEnd);
    int star = label.indexOf('*');
    String charset = star < 0 ? label : label.substring(0, star);
    String encoded = text.substring(charsetEnd + 3, end);
    byte[] bytes = encoding == 'q' ? quoted(encoded) : Lenient64.decode(encoded);
    return charset.isEmpty()
        ? Optional.empty()
        : Optional.of(new Word(charset, ByteBuffer.wrap(bytes), end + 2));
  }

  private int token(int from) {
    for (int i = from; i < Math.min(text.length(), from + 80); i++) {
      char c = text.charAt(i);
      if (c == '?') {
        return i;
      }
      if (c <= ' ' || c > '~') {
        return -1;
      }
    }
    return -1;
  }

  private int end(int from) {
    int limit = Math.min(text.length() - 1, from + MAX_WORD);
    for (int i = from; i < limit; i++) {
      if (text.charAt(i) == '?' && text.charAt(i + 1) == '=') {
        return i;
      }
      if (text.startsWith("=?", i) && !text.startsWith("=?=", i)) {
        return -1;
      }
    }
    return -1;
  }

  /// The Q encoding of RFC 2047 §4.2; what is not a hexadecimal pair stands for itself.
  private static byte[] quoted(String encoded) {
    byte[] in = encoded.replace('_', ' ').getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      int value = in[i] == '=' ? Hex.pair(in, i + 1) : -1;
      bytes.write(value < 0 ? in[i] : value);
      i += value < 0 ? 0 : 2;
    }
    return bytes.toByteArray();
  }
}
