package org.postbag.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses bodies that are larger than any form or JSON of ours (RFC 9110 §15.5.14), and bodies of
/// the API that do not say how large they are (§15.5.12), before anything reads them.
final class BoundedBodyFilter extends OncePerRequestFilter {
  private static final long LARGEST = 2_000_000;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > LARGEST) {
      RefusedRequests.problem(
          response,
          HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
          "Too large",
          "A request is 2 MB at most");
    } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      RefusedRequests.problem(
          response,
          HttpServletResponse.SC_LENGTH_REQUIRED,
          "No length",
          "Say with Content-Length how large the request is");
    } else {
      chain.doFilter(request, response);
    }
  }
}
