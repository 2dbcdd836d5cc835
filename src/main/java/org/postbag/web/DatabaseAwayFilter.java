package org.postbag.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.postbag.database.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers 503 while the database cannot be used: a page that says so, or a problem in JSON (RFC
/// 9457) below `/api`. The routes say it in the log, once; here it is not said again.
///
/// It stands before the sign-in, which asks the database too, and needs nothing of the program.
final class DatabaseAwayFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayFilter.class);
  private static final String RETRY_SECONDS = "10";
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
        <meta charset="utf-8">
        <title>Postbag cannot work at the moment</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="refresh" content="10">
        <link rel="stylesheet" href="/assets/desk.css">
      </head>
      <body class="door">
      <main><h1>Postbag cannot work at the moment</h1>
        <p>There is a fault of the machine: {reason}. Nothing is lost, and nothing was sent. This page looks
        again by itself; if it lasts, tell whoever looks after Postbag.</p></main>
      </body>
      </html>
      """;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      Optional<String> reason = DatabaseAway.reason(e);
      if (reason.isEmpty() || response.isCommitted()) {
        throw e;
      }
      LOG.debug("{} was not answered", request.getRequestURI(), e);
      answer(request, response, reason.get());
    }
  }

  private static void answer(
      HttpServletRequest request, HttpServletResponse response, String reason) throws IOException {
    response.resetBuffer();
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Content-Security-Policy", SecurityConfiguration.POLICY);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    if (request.getRequestURI().startsWith("/api/")) {
      RefusedRequests.unavailable(response, "There is a fault of the machine: " + reason);
    } else {
      response.setContentType(MediaType.TEXT_HTML_VALUE);
      response.getWriter().write(PAGE.replace("{reason}", reason));
    }
  }
}
