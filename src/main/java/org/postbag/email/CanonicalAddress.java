package org.postbag.email;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The parts of [Address#canonical].
final class CanonicalAddress {
  private static final String GMAIL = "gmail.com";

  /// Google's own words: "dots don't matter in Gmail addresses", and googlemail.com is the same as
  /// gmail.com. Domains that Google hosts for others are not known by their name.
  private static final Set<String> GMAIL_DOMAINS = Set.of(GMAIL, "googlemail.com");

  /// A quoted string that could stand without its quotes: a dot-atom, RFC 5322 §3.2.3.
  private static final Pattern NEEDLESS_QUOTES =
      Pattern.compile("\"([^\\s\"\\\\()<>\\[\\]:;@,]+)\"");

  private CanonicalAddress() {}

  static String domain(String domain) {
    String ascii = ascii(domain);
    return GMAIL_DOMAINS.contains(ascii) ? GMAIL : ascii;
  }

  /// @param domain as [#domain] gave it
  static String localPart(String localPart, String domain) {
    String plain = NEEDLESS_QUOTES.matcher(localPart).replaceFirst("$1");
    String folded = Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    String mailbox = withoutTag(folded);
    return domain.equals(GMAIL) ? withoutDots(mailbox) : mailbox;
  }

  private static String withoutTag(String localPart) {
    int plus = localPart.startsWith("\"") ? -1 : localPart.indexOf('+');
    return plus > 0 ? localPart.substring(0, plus) : localPart;
  }

  /// An address of dots alone is nobody's, and stays as it is.
  private static String withoutDots(String localPart) {
    String joined = localPart.replace(".", "");
    return joined.isEmpty() ? localPart : joined;
  }

  /// A domain that is none, such as an address literal, stays as it is.
  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notADomain) {
      return domain;
    }
  }
}
