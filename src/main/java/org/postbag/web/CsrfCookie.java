package org.postbag.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/// The cookie of the CSRF token. As with the session's, over HTTPS no other host of the domain can
/// set it, by the prefix `__Host-` (RFC 6265bis §4.1.3.2); over plain HTTP a browser refuses that.
final class CsrfCookie implements CsrfTokenRepository {
  private final CookieCsrfTokenRepository secure = named("__Host-postbag-csrf");
  private final CookieCsrfTokenRepository plain = named("postbag-csrf");

  private static CookieCsrfTokenRepository named(String name) {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(name);
    tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict").path("/"));
    return tokens;
  }

  private CookieCsrfTokenRepository of(HttpServletRequest request) {
    return request.isSecure() ? secure : plain;
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return of(request).generateToken(request);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    of(request).saveToken(token, request, response);
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return of(request).loadToken(request);
  }
}
