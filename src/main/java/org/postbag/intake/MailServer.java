package org.postbag.intake;

import java.net.URI;
import java.util.Locale;

/// Where a mail server listens, and how the way there is protected.
///
/// @param port 1 to 65535
public record MailServer(String host, int port, Security security) {
  /// TLS from the first byte, TLS by STARTTLS and never without it, or none (loopback only).
  public enum Security {
    TLS,
    STARTTLS,
    NONE
  }

  public MailServer {
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("not a host and a port: " + host + ":" + port);
    }
    if (security == Security.NONE && !isLoopback(host)) {
      throw new IllegalArgumentException(host + " is not this machine: plain text is refused");
    }
  }

  /// Reads `imaps://host[:993]`, `imap://host[:143]`, `smtps://host[:465]` or `smtp://host[:587]`
  /// (RFC 8314 §3). Without the `s`, STARTTLS is required; only to this machine itself the way is
  /// plain.
  ///
  /// @throws IllegalArgumentException with a reason that may be shown, for any other URI
  public static MailServer of(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    String host = uri.getHost();
    if (host == null || uri.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "the server is written scheme://host:port, without name or password");
    }
    return switch (scheme) {
      case "imaps" -> new MailServer(host, portOr(uri, 993), Security.TLS);
      case "smtps" -> new MailServer(host, portOr(uri, 465), Security.TLS);
      case "imap" -> new MailServer(host, portOr(uri, 143), unlessLoopback(host));
      case "smtp" -> new MailServer(host, portOr(uri, 587), unlessLoopback(host));
      default ->
          throw new IllegalArgumentException("the scheme must be imaps, imap, smtps or smtp");
    };
  }

  private static int portOr(URI uri, int standard) {
    return uri.getPort() == -1 ? standard : uri.getPort();
  }

  private static Security unlessLoopback(String host) {
    return isLoopback(host) ? Security.NONE : Security.STARTTLS;
  }

  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.matches("127(\\.\\d{1,3}){3}")
        || host.matches("\\[?::1]?");
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
