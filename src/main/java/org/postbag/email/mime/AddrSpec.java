package org.postbag.email.mime;

/// RFC 5322 §3.4.1 `local-part@domain`, with what the obsolete syntax and careless programs add.
final class AddrSpec {
  private static final int MAX_LENGTH = 1_000;

  private AddrSpec() {}

  /// The address without blanks around its dots and `@`, or an empty text where there is none.
  static String cleaned(String written) {
    String text = written.strip();
    if (text.regionMatches(true, 0, "mailto:", 0, 7)) {
      text = text.substring(7);
    }
    int at = text.lastIndexOf('@');
    if (at <= 0 || text.length() > MAX_LENGTH) {
      return "";
    }
    String local = joined(text.substring(0, at));
    String domain = withoutTrailingDots(joined(text.substring(at + 1)));
    return possibleLocal(local) && possibleDomain(domain) ? local + "@" + domain : "";
  }

  /// Blanks may stand around dots (obs-local-part, obs-domain); anywhere else they end an address.
  private static String joined(String part) {
    return part.strip().replaceAll(" {0,20}\\. {0,20}", ".");
  }

  private static String withoutTrailingDots(String domain) {
    int end = domain.length();
    while (end > 0 && ".>;,\"'".indexOf(domain.charAt(end - 1)) >= 0) {
      end--;
    }
    return domain.substring(0, end);
  }

  private static boolean possibleLocal(String local) {
    boolean quoted = local.length() > 2 && local.startsWith("\"") && local.endsWith("\"");
    return !local.isEmpty()
        && (quoted || local.chars().noneMatch(c -> c <= ' ' || "<>(),;:\"@".indexOf(c) >= 0))
        && plain(local);
  }

  private static boolean possibleDomain(String domain) {
    boolean literal = domain.startsWith("[") && domain.endsWith("]");
    return !domain.isEmpty()
        && !domain.startsWith(".")
        && (literal || domain.chars().noneMatch(c -> c <= ' ' || "<>(),;:\"[]@".indexOf(c) >= 0))
        && plain(domain);
  }

  private static boolean plain(String part) {
    return part.chars().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
  }
}
