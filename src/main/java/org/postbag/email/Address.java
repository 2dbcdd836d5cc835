package org.postbag.email;

import java.util.Locale;
import java.util.Optional;

/// An addr-spec, RFC 5322 §3.4.1: the local part as written, the domain in lower case.
///
/// Refuses an empty part, and control characters anywhere, so that an address can never carry a
/// line break into a header or an SMTP command.
public record Address(String localPart, String domain) {
  public Address {
    domain = domain.toLowerCase(Locale.ROOT);
    if (localPart.isEmpty() || domain.isEmpty()) {
      throw new IllegalArgumentException("an address needs a local part and a domain");
    }
    if (hasControl(localPart) || hasControl(domain) || domain.indexOf('@') >= 0) {
      throw new IllegalArgumentException(
          "an address may not hold control characters or a second @");
    }
  }

  /// The address in `text`, if it is a plain `local@domain`; display names are not understood here.
  public static Optional<Address> parse(String text) {
    String trimmed = text.strip();
    int at = trimmed.lastIndexOf('@');
    if (at <= 0 || at == trimmed.length() - 1 || hasControl(trimmed)) {
      return Optional.empty();
    }
    return Optional.of(new Address(trimmed.substring(0, at), trimmed.substring(at + 1)));
  }

  /// The one spelling of all addresses that reach the same mailbox: what people are counted and
  /// compared by, and never what mail is sent to.
  ///
  /// The local part loses its case, as every provider in use does although RFC 5321 §2.4 would
  /// allow more, its quotes where they are not needed (§4.1.2), and its sub-address (RFC 5233).
  /// Gmail ignores dots and has two domains. An international domain is in its ASCII form (RFC
  /// 5891).
  public Address canonical() {
    String asciiDomain = CanonicalAddress.domain(domain);
    return new Address(CanonicalAddress.localPart(localPart, asciiDomain), asciiDomain);
  }

  /// Whether mail for both reaches the same mailbox: [#canonical] is the same.
  public boolean sameAs(Address other) {
    return canonical().equals(other.canonical());
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
  }

  @Override
  public String toString() {
    return localPart + "@" + domain;
  }
}
