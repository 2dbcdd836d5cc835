package org.postbag.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/// Tells Spring Security who is at the browser: looked up anew for every request, so that nothing
/// about a member is ever out of date.
final class CookieSignIn implements SecurityContextRepository {
  private final Sessions sessions;

  CookieSignIn(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(this, request);
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return context(holder.getRequest());
  }

  private SecurityContext context(HttpServletRequest request) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    SessionCookie.read(request)
        .flatMap(sessions::find)
        .ifPresent(member -> context.setAuthentication(SignedIn.as(member)));
    return context;
  }

  /// Nothing is kept between requests but the cookie.
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return SessionCookie.read(request).isPresent();
  }

  private static final class Deferred implements DeferredSecurityContext {
    private final CookieSignIn repository;
    private final HttpServletRequest request;
    private @org.jspecify.annotations.Nullable SecurityContext context;

    Deferred(CookieSignIn repository, HttpServletRequest request) {
      this.repository = repository;
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      if (context == null) {
        context = repository.context(request);
      }
      return context;
    }

    @Override
    public boolean isGenerated() {
      return get().getAuthentication() == null;
    }
  }
}
