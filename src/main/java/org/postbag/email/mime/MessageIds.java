package org.postbag.email.mime;

import java.util.ArrayList;
import java.util.List;

/// The ids of References and In-Reply-To, RFC 5322 §3.6.4 and the phrases of §4.5.4.
public final class MessageIds {
  private static final int MAX_IDS = 2_000;
  private static final int MAX_LENGTH = 900;

  private MessageIds() {}

  /// All `<…>` in the field in their order, brackets included; blanks within one are taken out.
  public static List<String> parse(String field) {
    String text = Comments.removed(field);
    List<String> ids = new ArrayList<>();
    int open = text.indexOf('<');
    while (open >= 0 && ids.size() < MAX_IDS) {
      int close = text.indexOf('>', open);
      int next = text.indexOf('<', open + 1);
      boolean whole = close >= 0 && (next < 0 || close < next);
      if (whole && close - open < MAX_LENGTH) {
        add(ids, text.substring(open, close + 1));
      }
      open = next;
    }
    return ids;
  }

  private static void add(List<String> ids, String written) {
    String id = written.replaceAll("\\s", "");
    boolean clean =
        id.chars().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    if (clean && id.length() > 2) {
      ids.add(id);
    }
  }
}
