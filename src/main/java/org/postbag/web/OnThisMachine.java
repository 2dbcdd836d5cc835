package org.postbag.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// Whether a program on this machine asks, and not a proxy on it for somebody else.
final class OnThisMachine {
  /// From here, or with a token of anybody who may read.
  static final AuthorizationManager<RequestAuthorizationContext> OR_VIEWER =
      (authentication, context) ->
          asks(context.getRequest())
              ? new AuthorizationDecision(true)
              : AuthorityAuthorizationManager.<RequestAuthorizationContext>hasRole(
                      Role.VIEWER.name())
                  .authorize(authentication, context);

  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", HttpHeaders.VIA);

  private OnThisMachine() {}

  static boolean asks(HttpServletRequest request) {
    return isLoopback(request.getRemoteAddr())
        && Stream.concat(FORWARDED.stream(), Stream.of("X-Forwarded-Proto"))
            .allMatch(name -> request.getHeader(name) == null);
  }

  /// An address as the connection has it is never looked up.
  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }
}
