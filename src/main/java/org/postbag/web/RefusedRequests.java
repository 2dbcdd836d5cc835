package org.postbag.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;

/// How a request without sign-in or without the right is answered: a browser is led to the sign-in
/// page, a program gets a problem in JSON (RFC 9457 §3).
final class RefusedRequests {
  private RefusedRequests() {}

  static void signInFirst(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String query = request.getQueryString();
    String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
    boolean page = request.getMethod().equals("GET") && !wanted.equals("/");
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", "/login");
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      String next = URLEncoder.encode(wanted, StandardCharsets.UTF_8);
      response.sendRedirect(page ? "/login?next=" + next : "/login");
    }
  }

  static void tokenFirst(HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"postbag\"");
    problem(
        response,
        HttpServletResponse.SC_UNAUTHORIZED,
        "Not signed in",
        "Send a token as: Authorization: Bearer TOKEN. Make one with: bin/postbag user token NAME");
  }

  static void notAllowed(HttpServletResponse response) throws IOException {
    problem(
        response,
        HttpServletResponse.SC_FORBIDDEN,
        "Not allowed",
        "This account may read, and not decide. An administrator can change its role");
  }

  static void unavailable(HttpServletResponse response, String why) throws IOException {
    problem(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Not available", why);
  }

  static void problem(HttpServletResponse response, int status, String title, String detail)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response
        .getWriter()
        .write(
            "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(title, status, detail));
  }
}
