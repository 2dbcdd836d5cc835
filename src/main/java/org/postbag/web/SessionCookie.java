package org.postbag.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// The cookie that holds a session's secret. Over HTTPS it carries the `__Host-` prefix (RFC
/// 6265bis §4.1.3.2), so that no other host can set it; over plain HTTP, which is for this machine
/// only, a browser would refuse that prefix.
final class SessionCookie {
  private SessionCookie() {}

  static Optional<RandomSecret> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    String name = name(request);
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .findFirst()
            .map(cookie -> new RandomSecret(cookie.getValue()));
  }

  static void write(
      HttpServletRequest request, HttpServletResponse response, RandomSecret session) {
    add(request, response, session.text(), Sessions.LONGEST);
  }

  static void clear(HttpServletRequest request, HttpServletResponse response) {
    add(request, response, "", Duration.ZERO);
  }

  private static void add(
      HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
    ResponseCookie cookie =
        ResponseCookie.from(name(request), value)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Strict")
            .path("/")
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private static String name(HttpServletRequest request) {
    return request.isSecure() ? "__Host-postbag" : "postbag";
  }
}
