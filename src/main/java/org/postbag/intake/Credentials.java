package org.postbag.intake;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import org.postbag.catalog.Secret;

/// How we prove to a mail server that we may read and send.
public sealed interface Credentials {
  /// A password, or a provider's "app password".
  record Password(Secret value) implements Credentials {}

  /// OAuth 2.0 (RFC 6749), handed to the server with XOAUTH2.
  ///
  /// @param tokenEndpoint `https://…`, or `http://` to loopback
  /// @param clientSecret absent for public clients
  /// @param scope what is asked for, blank-separated
  /// @param refreshToken the first one (§6); absent: client credentials (§4.4)
  /// @param secretExpires the day on which the client secret ends, if the office has noted it
  record OAuth2(
      URI tokenEndpoint,
      String clientId,
      Optional<Secret> clientSecret,
      String scope,
      Optional<Secret> refreshToken,
      Optional<LocalDate> secretExpires)
      implements Credentials {}
}
