package org.postbag.email.mime;

import java.util.ArrayList;
import java.util.List;

/// RFC 5322 §3.4 address lists as they arrive: groups, routes, comments as names, encoded words in
/// names, raw 8-bit names, blanks around `@`, missing quotes. One pass over the text.
public final class Mailboxes {
  private static final int MAX_MAILBOXES = 1_000;

  /// What was written: the decoded display name, empty where there is none, and the addr-spec.
  public record Mailbox(String name, String address) {}

  private final String text;
  private final List<Mailbox> found = new ArrayList<>();
  private final StringBuilder phrase = new StringBuilder();
  private final StringBuilder bare = new StringBuilder();
  private String comment = "";
  private String angle = "";
  private int lastQuote;

  private Mailboxes(String text) {
    this.text = text;
    this.lastQuote = text.lastIndexOf('"');
  }

  /// The mailboxes in a field body (encoded words not yet decoded), at most 1,000 of them.
  public static List<Mailbox> parse(String text) {
    Mailboxes reading = new Mailboxes(text);
    reading.run();
    return List.copyOf(reading.found);
  }

  private void run() {
    for (int at = 0; at < text.length() && found.size() < MAX_MAILBOXES; ) {
      at = step(at);
    }
    finish();
  }

  private int step(int at) {
    char c = text.charAt(at);
    return switch (c) {
      case '(' -> comment(at);
      case '"' -> at < lastQuote ? quoted(at) : at + 1;
      case '<' -> angle(at);
      case ',', ';' -> {
        finish();
        yield at + 1;
      }
      case ':' -> {
        startGroup();
        yield at + 1;
      }
      case '=' -> encodedWord(at);
      default -> plain(at, c);
    };
  }

  private int plain(int at, char c) {
    phrase.append(c);
    bare.append(c);
    return at + 1;
  }

  /// An encoded word is one token: a comma or a bracket within its text separates nothing.
  private int encodedWord(int at) {
    int end = text.startsWith("=?", at) ? text.indexOf("?=", Math.min(text.length(), at + 9)) : -1;
    if (end < 0 || end - at > 500 || text.substring(at, end).indexOf('"') >= 0) {
      return plain(at, '=');
    }
    phrase.append(text, at, end + 2);
    bare.append(text, at, end + 2);
    return end + 2;
  }

  private int comment(int at) {
    int end = Comments.end(text, at);
    comment = text.substring(at + 1, Math.max(at + 1, end - 1)).replaceAll("\\\\(.)", "$1");
    phrase.append(' ');
    return end;
  }

  private int quoted(int at) {
    StringBuilder inside = new StringBuilder();
    int i = at + 1;
    for (; i < text.length() && text.charAt(i) != '"'; i++) {
      i += text.charAt(i) == '\\' && i + 1 < text.length() ? 1 : 0;
      inside.append(text.charAt(i));
    }
    phrase.append(inside);
    bare.append('"').append(inside).append('"');
    return i + 1;
  }

  private int angle(int at) {
    boolean quote = false;
    int i = at + 1;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      quote ^= c == '"';
      i += c == '\\' ? 1 : 0;
      if (!quote && (c == '>' || c == '<')) {
        break;
      }
    }
    String inside = Comments.removed(text.substring(at + 1, Math.min(i, text.length())));
    int route = inside.startsWith("@") || inside.startsWith(",") ? inside.indexOf(':') : -1;
    angle = angle.isEmpty() ? inside.substring(route + 1) : angle;
    return i < text.length() && text.charAt(i) == '<' ? i : i + 1;
  }

  private void startGroup() {
    boolean scheme = phrase.toString().strip().equalsIgnoreCase("mailto");
    if (scheme || phrase.indexOf("@") < 0) {
      clear();
    }
  }

  private void finish() {
    String address = angle.isBlank() ? bareAddress() : angle;
    String cleaned = AddrSpec.cleaned(address);
    if (!cleaned.isEmpty()) {
      String written = angle.isBlank() ? comment : phrase.toString();
      String name = written.isBlank() ? comment : written;
      found.add(new Mailbox(displayName(name), cleaned));
    }
    clear();
  }

  /// Without angle brackets: the whole text, or its only word that holds an `@`.
  private String bareAddress() {
    String whole = bare.toString().strip();
    if (AddrSpec.cleaned(whole).isEmpty()) {
      List<String> words =
          List.of(whole.split("\\s+", -1)).stream().filter(w -> w.indexOf('@') > 0).toList();
      return words.size() == 1 ? words.get(0) : "";
    }
    return whole;
  }

  private static String displayName(String written) {
    return HeaderWords.decode(written).strip().replaceAll("\\s{1,100}", " ");
  }

  private void clear() {
    phrase.setLength(0);
    bare.setLength(0);
    comment = "";
    angle = "";
  }
}
