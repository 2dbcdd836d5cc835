package org.postbag.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// The text of an RTF document (Rich Text Format 1.9.1), and of HTML that Outlook wrapped into RTF
/// (MS-OXRTFEX), whose tags stand in destinations of their own and are left out.
final class RtfText {
  private static final int DEEPEST = 200;
  private static final int MOST = 1_000_000;

  /// Destinations that hold no text of the document.
  private static final Set<String> SKIPPED =
      Set.of(
          "fonttbl",
          "colortbl",
          "stylesheet",
          "info",
          "pict",
          "object",
          "header",
          "footer",
          "headerl",
          "headerr",
          "footerl",
          "footerr",
          "themedata",
          "fldinst",
          "listtable",
          "listoverridetable",
          "rsidtbl",
          "generator",
          "xmlnstbl",
          "datastore");

  /// What a group holds until it ends.
  private record State(boolean skipped, boolean hidden, int fallback) {}

  private final String in;
  private final StringBuilder out = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Deque<State> groups = new ArrayDeque<>();
  private State state = new State(false, false, 1);
  private Charset charset = Tnef.ANSI;
  private int at;
  private int skip;

  private RtfText(byte[] rtf) {
    in = new String(rtf, StandardCharsets.ISO_8859_1);
  }

  static String of(byte[] rtf) {
    RtfText text = new RtfText(rtf);
    text.read();
    return text.out.toString().replaceAll("[ \t]+\n", "\n").replaceAll("\n{3,}", "\n\n").strip();
  }

  private void read() {
    while (at < in.length() && out.length() < MOST) {
      char c = in.charAt(at++);
      switch (c) {
        case '{' -> open();
        case '}' -> close();
        case '\\' -> control();
        case '\r', '\n' -> {}
        default -> literal(c);
      }
    }
    flush();
  }

  private void open() {
    flush();
    if (groups.size() < DEEPEST) {
      groups.push(state);
    }
  }

  private void close() {
    flush();
    State outer = groups.poll();
    state = outer == null ? state : outer;
    skip = 0;
  }

  private void control() {
    if (at >= in.length()) {
      return;
    }
    char c = in.charAt(at);
    if (Character.isLetter(c)) {
      word();
      return;
    }
    at++;
    switch (c) {
      case '\'' -> hex();
      case '*' -> state = new State(true, state.hidden, state.fallback);
      case '~' -> text("\u00a0");
      case '_' -> text("-");
      case '\\', '{', '}' -> literal(c);
      case '\r', '\n' -> text("\n");
      default -> {}
    }
  }

  private void hex() {
    int value =
        at + 2 <= in.length()
            ? Hex.pair(in.substring(at, at + 2).getBytes(StandardCharsets.ISO_8859_1), 0)
            : -1;
    at = Math.min(in.length(), at + 2);
    if (value >= 0) {
      literal((char) value);
    }
  }

  private void word() {
    int start = at;
    while (at < in.length() && at - start < 32 && Character.isLetter(in.charAt(at))) {
      at++;
    }
    String name = in.substring(start, at);
    int number = at;
    while (at < in.length() && at - number < 10 && isNumber(in.charAt(at), at == number)) {
      at++;
    }
    String digits = in.substring(number, at);
    at += at < in.length() && in.charAt(at) == ' ' ? 1 : 0;
    apply(name, digits.isEmpty() || digits.equals("-") ? 1 : (int) Long.parseLong(digits));
  }

  private static boolean isNumber(char c, boolean first) {
    return (c >= '0' && c <= '9') || (first && c == '-');
  }

  private void apply(String name, int value) {
    switch (name) {
      case "par", "line", "sect", "page", "row" -> text("\n");
      case "tab", "cell" -> text("\t");
      case "lquote" -> text("‘");
      case "rquote" -> text("’");
      case "ldblquote" -> text("“");
      case "rdblquote" -> text("”");
      case "endash" -> text("–");
      case "emdash" -> text("—");
      case "bullet" -> text("•");
      case "ansicpg" -> charset = CharsetNames.find("cp" + value).orElse(charset);
      case "uc" -> state = new State(state.skipped, state.hidden, Math.clamp(value, 0, 8));
      case "u" -> unicode(value);
      case "htmlrtf", "v" -> state = new State(state.skipped, value != 0, state.fallback);
      case "bin" -> at = Math.clamp((long) at + Math.max(value, 0), at, in.length());
      default ->
          state = SKIPPED.contains(name) ? new State(true, state.hidden, state.fallback) : state;
    }
  }

  /// `\\uN` and so many characters for readers that do not know it.
  private void unicode(int value) {
    text(Character.toString((char) value));
    skip = state.fallback;
  }

  private void literal(char c) {
    if (skip > 0) {
      skip--;
    } else if (!state.skipped && !state.hidden) {
      bytes.write(c);
    }
  }

  private void text(String text) {
    flush();
    if (!state.skipped && !state.hidden) {
      out.append(text);
    }
  }

  private void flush() {
    if (bytes.size() > 0) {
      out.append(bytes.toString(charset));
      bytes.reset();
    }
  }
}
