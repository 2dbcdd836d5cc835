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

  /// Whether mail for both reaches the same person: the local part is compared without case, as
  /// every provider in use does, although RFC 5321 §2.4 would allow more.
  public boolean sameAs(Address other) {
    return domain.equals(other.domain) && localPart.equalsIgnoreCase(other.localPart);
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
  }

  @Override
  public String toString() {
    return localPart + "@" + domain;
  }
}
