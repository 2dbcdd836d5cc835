package org.postbag.sending.smtp;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postbag.email.Address;

/// From whom and to whom, as the commands MAIL and RCPT name them: RFC 5321 §4.1.2, RFC 6531 §3.3.
///
/// @param international true when the server must know SMTPUTF8
record Envelope(String from, String to, boolean international) {
  private static final Pattern DOT_STRING =
      Pattern.compile(
          "[^\\s\\p{Cntrl}()<>@,;:\\\\\"\\[\\].]+(\\.[^\\s\\p{Cntrl}()<>@,;:\\\\\"\\[\\].]+)*");
  private static final Pattern QUOTED_STRING =
      Pattern.compile("\"([^\"\\\\\\p{Cntrl}]|\\\\[^\\p{Cntrl}])*\"");
  private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
  private static final Pattern LITERAL = Pattern.compile("\\[[A-Za-z0-9.:]+]");

  /// Empty when one of the addresses cannot stand in a command.
  static Optional<Envelope> of(Address from, Address to) {
    Optional<String> sender = path(from);
    Optional<String> recipient = path(to);
    return sender.flatMap(s -> recipient.map(r -> new Envelope(s, r, !isAscii(s) || !isAscii(r))));
  }

  /// A domain goes as A-labels (RFC 5890) also where the server knows SMTPUTF8: every server knows
  /// these.
  private static Optional<String> path(Address address) {
    String local = address.localPart();
    boolean formed =
        local.length() <= 64 * 4
            && (DOT_STRING.matcher(local).matches() || QUOTED_STRING.matcher(local).matches());
    return formed ? domain(address.domain()).map(d -> local + "@" + d) : Optional.empty();
  }

  private static Optional<String> domain(String domain) {
    try {
      String ascii = LITERAL.matcher(domain).matches() ? domain : IDN.toASCII(domain);
      boolean formed = LITERAL.matcher(ascii).matches() || DOMAIN.matcher(ascii).matches();
      return formed ? Optional.of(ascii) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static boolean isAscii(String text) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
  }
}
