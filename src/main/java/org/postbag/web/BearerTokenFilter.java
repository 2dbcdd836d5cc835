package org.postbag.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Signs a request in by its bearer token, RFC 6750 §2.1.
final class BearerTokenFilter extends OncePerRequestFilter {
  private static final String SCHEME = "bearer ";

  private final Function<RandomSecret, Optional<StaffMember>> holders;

  BearerTokenFilter(Function<RandomSecret, Optional<StaffMember>> holders) {
    this.holders = holders;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      RandomSecret token = new RandomSecret(header.substring(SCHEME.length()).strip());
      holders.apply(token).ifPresent(BearerTokenFilter::signIn);
    }
    chain.doFilter(request, response);
  }

  private static void signIn(StaffMember member) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(SignedIn.as(member));
    SecurityContextHolder.setContext(context);
  }
}
