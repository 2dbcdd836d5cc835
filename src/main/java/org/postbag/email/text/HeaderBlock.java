package org.postbag.email.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The header that mail programs copy above a message they quote or forward: From, Sent, To,
/// Subject on a line each, in the language of the program.
final class HeaderBlock {
  private static final int WINDOW = 12;
  private static final int LONGEST = 1_000;

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
  private static final Phrases HEADS = Phrases.in("quote-heads.txt");
  static final String FROM = HEADS.any("from");
  static final String DATE = HEADS.any("date");
  static final String FIELD = HEADS.any("field");
  private static final Pattern LINE =
      Pattern.compile(
          "[*_\\s\\u200e]{0,6}(?:("
              + FROM
              + ")|("
              + DATE
              + ")|"
              + FIELD
              + ")[*_\\s\\u00a0]{0,4}[:：][*_]{0,2}(?:\\s.*|[^/].*|)",
          FLAGS);
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@]{1,80}@[^\\s<>@]{2,80}");
  private static final Pattern DAY =
      Pattern.compile("(?:19|20)\\d\\d|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}|\\d{1,2}\\s?月");
  private static final Pattern TIME = Pattern.compile("\\d{1,2}[:.h]\\d\\d");

  private HeaderBlock() {}

  /// The line behind the header block that begins at `from`, or `from` when none does: the writer
  /// and the moment (or the writer's address and the day), or three fields with the writer among
  /// them, and an address or a day in it, for people write lists that look alike.
  static int end(List<String> lines, int from) {
    Found found = new Found();
    int end = from;
    for (int i = from; i < Math.min(lines.size(), from + WINDOW); i++) {
      String line = lines.get(i);
      Matcher field = LINE.matcher(line.length() > LONGEST ? "" : line.toLowerCase(Locale.ROOT));
      if (field.matches()) {
        found.add(field, line);
        end = i + 1;
      } else if (i == from || (line.isBlank() && found.fields > 1)) {
        break;
      }
    }
    return found.isHead() ? end : from;
  }

  /// What the lines hold so far.
  private static final class Found {
    private int fields;
    private boolean writer;
    private boolean moment;
    private boolean address;
    private boolean day;

    void add(Matcher field, String line) {
      boolean dated = field.group(2) != null && DAY.matcher(line).find();
      fields++;
      writer |= field.group(1) != null;
      day |= dated;
      moment |= dated && TIME.matcher(line).find();
      address |= ADDRESS.matcher(line).find();
    }

    boolean isHead() {
      return writer && ((fields >= 3 && (address || day)) || moment || (address && day));
    }
  }
}
