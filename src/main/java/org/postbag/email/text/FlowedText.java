package org.postbag.email.text;

/// RFC 3676 `format=flowed`: lines that end in a blank go on in the next line.
public final class FlowedText {
  private FlowedText() {}

  /// `text` with its paragraphs on one line each.
  ///
  /// @param delSp whether the blank before the break was added by the sender (§4.1 `DelSp=yes`)
  public static String unfold(String text, boolean delSp) {
    StringBuilder out = new StringBuilder(text.length());
    boolean flowing = false;
    int depth = 0;
    for (String line : text.split("\r?\n", -1)) {
      int quotes = quotes(line);
      boolean joins = flowing && quotes == depth;
      String content = unstuffed(line.substring(quotes));
      if (!joins) {
        out.append(out.isEmpty() ? "" : "\n").append(">".repeat(quotes));
        out.append(quotes > 0 ? " " : "");
      }
      flowing = content.endsWith(" ") && !content.equals("-- ");
      out.append(flowing && delSp ? content.substring(0, content.length() - 1) : content);
      depth = quotes;
    }
    return out.toString();
  }

  private static int quotes(String line) {
    int count = 0;
    while (count < line.length() && line.charAt(count) == '>') {
      count++;
    }
    return count;
  }

  private static String unstuffed(String line) {
    return line.startsWith(" ") ? line.substring(1) : line;
  }
}
